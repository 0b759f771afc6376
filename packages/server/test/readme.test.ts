/** The code and lists of the README and of the guide, compared with the examples and the code. */
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { createPartialHandler, type HandlerOptions } from "../src/index.js";

const at = (path: string): URL => new URL(`../../../${path}`, import.meta.url);
const readme = await readFile(at("packages/server/README.md"), "utf8");
const readGuide = (name: string) => readFile(at(`docs/src/content/docs/guides/${name}.mdx`), "utf8");
const guide = (await Promise.all(["implement-the-api", "run-the-handler"].map(readGuide))).join("\n");

describe("the README", () => {
  it("shows examples that the tests run", async () => {
    const shown = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code);
    const examples = ["fake", "node"].map((name) => readFile(at(`examples/implement-the-api/${name}.ts`), "utf8"));
    expect(shown).toEqual(await Promise.all(examples));
  });

  it("lists every option, and no other", () => {
    const table = readme.slice(readme.indexOf("| option |"), readme.indexOf("## Commit once"));
    const listed = [...table.matchAll(/^\| `(\w+)/gm)].map(([, name]) => name);
    const unknown = { noSuchOption: 1 } as HandlerOptions;
    expect(() => createPartialHandler({}, unknown)).toThrow(`the options are ${listed.join(", ")}.`);
  });
});

it("README and guide state the largest body, and what production needs", async () => {
  expect(readme).toContain("| `maxBodyBytes` | 1 MiB |");
  expect(guide).toContain("`maxBodyBytes` long (default: 1 MiB)");
  expect(() => createPartialHandler({}, { environment: "production" })).toThrow(
    "authenticate, idempotency, rateLimiter",
  );
  expect(guide).toContain("needs `authenticate`, `idempotency` and `rateLimiter`");
});
