import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";

/** Statements of READMEs and records about this repository are checked against it. */

const root = path.resolve(import.meta.dirname, "..");
const read = (file: string): Promise<string> => readFile(path.join(root, file), "utf8");
const records = (await readdir(path.join(root, "decisions"))).map((name) => `decisions/${name}`);
const prose = ["README.md", "CONTRIBUTING.md", "GLOSSARY.md", "STYLE.md", "spec/DECISIONS.md", ...records];

/** Folders at the top; a word in backticks that begins with one is a path. */
const folders = ["spec", "scripts", "packages", "docs", "examples", "decisions", "bench", "matrix"];

function pathsIn(file: string, text: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, target = ""]) =>
    path.join(path.dirname(file), target),
  );
  const named = [...text.matchAll(/`([a-z]+\/[\w./-]*)`/g)].map(([, target = ""]) => target);
  return [...links, ...named.filter((target) => folders.includes(target.split("/")[0] ?? ""))];
}

test.each(prose)("every path that %s names exists", async (file) => {
  const missing = pathsIn(file, await read(file)).filter((target) => !existsSync(path.join(root, target)));
  expect(missing).toEqual([]);
});

test("the README's first payment is the example that runs", async () => {
  const [, shown] = /```ts\n([\s\S]*?)```/.exec(await read("README.md")) ?? [];
  expect(shown).toBe(await read("examples/first-payment/index.ts"));
});

test("the first payment takes ten lines", async () => {
  expect((await read("examples/first-payment/index.ts")).trimEnd().split("\n").length).toBeLessThanOrEqual(10);
});

test("the README names each root script, and no other", async () => {
  const { scripts } = JSON.parse(await read("package.json"));
  const text = await read("README.md");
  const named = [...text.matchAll(/\bpnpm(?:@[\d.]+)? ([a-z:]+)/g)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual(Object.keys(scripts).sort());
});

test("the README shows code within its first 25 lines and ends within 120", async () => {
  const lines = (await read("README.md")).split("\n");
  expect(lines.findIndex((line) => line.startsWith("```"))).toBeLessThan(25);
  expect(lines.length).toBeLessThanOrEqual(120);
});

test.each(records.filter((file) => /\/\d{4}-/.test(file)))("%s takes ten to forty lines", async (file) => {
  const { length } = (await read(file)).trimEnd().split("\n");
  expect(length).toBeGreaterThanOrEqual(10);
  expect(length).toBeLessThanOrEqual(40);
});
