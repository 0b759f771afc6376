import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { HEADER } from "./emit/header.ts";
import { planChanges } from "./generate/plan.ts";
import { applyChanges, readFiles } from "./generate/write.ts";
import { generate } from "./generate.ts";
import { makeFolder, typeCheck, writeSpec } from "./testing.ts";

const ZOO = "scripts/fixtures/zoo.yaml";
const TYPES = "packages/types/src/generated/openapi.ts";

describe("planChanges", () => {
  const wanted = [{ path: "a.ts", content: `${HEADER}\nnew\n` }];
  it.each([
    ["missing", new Map()],
    ["stale", new Map([["a.ts", `${HEADER}\nold\n`]])],
    ["line endings", new Map([["a.ts", `${HEADER}\r\nnew\r\n`]])],
  ])("finds a file that is %s", (kind, present) => {
    expect(planChanges(wanted, present)).toMatchObject([{ path: "a.ts", kind }]);
  });

  it("finds nothing where all is current", () => {
    expect(planChanges(wanted, new Map([["a.ts", `${HEADER}\nnew\n`]]))).toEqual([]);
  });

  it("removes a leftover only when it bears our header", () => {
    const present = new Map([
      ["b.ts", `${HEADER}\nold\n`],
      ["c.ts", "mine\n"],
    ]);
    expect(planChanges([], present).map(({ path, kind }) => [path, kind])).toEqual([
      ["b.ts", "orphan"],
      ["c.ts", "unexpected"],
    ]);
  });
});

describe("applyChanges", () => {
  it.each(["../outside.ts", "a/../../outside.ts", "/outside.ts", "."])(
    "writes and removes nothing at %s",
    async (path) => {
      const root = join(await makeFolder(), "root");
      await expect(applyChanges(root, [{ path, kind: "missing", content: "" }])).rejects.toThrow("not a path within");
      await expect(applyChanges(root, [{ path, kind: "orphan", content: undefined }])).rejects.toThrow(
        "not a path within",
      );
      expect(await readdir(join(root, ".."))).toEqual([]);
    },
  );
});

describe("generate", () => {
  it("holds what is committed equal to what it makes, without orphans", async () => {
    expect(await generate({ spec: "spec/openapi.yaml", out: ".", check: true })).toEqual([]);
  });

  it("writes a folder that type-checks by itself", async () => {
    const out = await makeFolder();
    await generate({ spec: ZOO, out, check: false });
    expect(typeCheck(out)).toEqual([]);
  });

  it("writes nothing when all is current, and names what is not", async () => {
    const out = await makeFolder();
    await generate({ spec: ZOO, out, check: false });
    expect(await generate({ spec: ZOO, out, check: false })).toEqual([]);
    const generated = await readFile(join(out, TYPES), "utf8");
    await writeFile(join(out, TYPES), generated.replaceAll("\n", "\r\n"));
    await writeFile(join(out, "packages/types/src/generated/old.ts"), `${HEADER}\n`);
    const kinds = (await generate({ spec: ZOO, out, check: true })).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["line endings", "orphan"]);
    await generate({ spec: ZOO, out, check: false });
    expect(await generate({ spec: ZOO, out, check: true })).toEqual([]);
    expect(await readdir(join(out, "packages/types/src/generated"))).toEqual(["openapi.ts"]);
  });

  it("makes the same bytes wherever the spec lies and whatever the name of the folder", async () => {
    const [one, two] = [await makeFolder(), await makeFolder()];
    await generate({ spec: ZOO, out: one, check: false });
    await generate({ spec: await writeSpec(await readFile(ZOO, "utf8"), "other.yml"), out: two, check: false });
    expect(await readFiles(one, ["packages"])).toEqual(await readFiles(two, ["packages"]));
  });

  it("mends files in which a merge left its conflict markers", async () => {
    const out = await makeFolder();
    await generate({ spec: ZOO, out, check: false });
    const generated = await readFile(join(out, TYPES), "utf8");
    const conflict = `<<<<<<< HEAD\nexport type Mine = 1;\n=======\nexport type Theirs = 1;\n>>>>>>> other\n`;
    await writeFile(join(out, TYPES), generated.replace("\n", `\n${conflict}`));
    await generate({ spec: ZOO, out, check: false });
    expect(await readFile(join(out, TYPES), "utf8")).toBe(generated);
  });

  it("keeps the package.json and tsconfig.json of a folder that has them", async () => {
    const out = await makeFolder();
    await writeFile(join(out, "package.json"), '{"name":"mine"}');
    await generate({ spec: ZOO, out, check: false });
    expect(await readFile(join(out, "package.json"), "utf8")).toBe('{"name":"mine"}');
  });

  it("changes nothing when the spec is rejected", async () => {
    const out = await makeFolder();
    const spec = await writeSpec("openapi: 3.1.0\n");
    await expect(generate({ spec, out, check: false })).rejects.toThrow("info");
    expect(await readdir(out)).toEqual([]);
  });

  it("turns a hostile spec into inert code that type-checks", async () => {
    const out = await makeFolder();
    await generate({ spec: "scripts/fixtures/hostile.yaml", out, check: false });
    expect(typeCheck(out)).toEqual([]);
    await runAll(out);
    expect(Reflect.get(globalThis, "pwned")).toBeUndefined();
    expect(Object.keys({}.constructor.prototype)).toEqual([]);
  });
});

/** Compiles a folder and imports every module of it. */
async function runAll(out: string): Promise<void> {
  const compiled = join(out, "compiled");
  await mkdir(compiled);
  await writeFile(join(compiled, "package.json"), '{"type":"module"}');
  const files = await readFiles(out, ["packages"]);
  for (const [path, content] of files) {
    const js = ts.transpile(content, {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
    });
    const target = join(compiled, path.replace(/\.ts$/, ".js"));
    await mkdir(join(target, ".."), { recursive: true });
    await writeFile(target, js);
  }
  for (const path of files.keys()) await import(/* @vite-ignore */ join(compiled, path.replace(/\.ts$/, ".js")));
}
