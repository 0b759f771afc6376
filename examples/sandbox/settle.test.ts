import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { settle } from "./settle.ts";

const read = (path: string) => readFile(new URL(path, import.meta.url), "utf8");

it("the example pays out what its comment says", async () => {
  expect(await settle()).toBe(966);
});

it("is the first code of the package's README", async () => {
  const [, shown] = /```ts\n([\s\S]*?)```/.exec(await read("../../packages/sandbox/README.md")) ?? [];
  expect(shown).toBe(await read("settle.ts"));
});
