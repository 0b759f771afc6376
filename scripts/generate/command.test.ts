import { spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { makeFolder, writeSpec } from "../testing.ts";

const run = (...args: string[]) => {
  const result = spawnSync(process.execPath, ["--import", "tsx", "scripts/generate.ts", ...args], { encoding: "utf8" });
  return { code: result.status, out: result.stdout, err: result.stderr };
};

describe("pnpm generate", () => {
  it("exits with 0 and says so when all is current", () => {
    expect(run("--check")).toMatchObject({ code: 0, out: "All generated files are up to date.\n", err: "" });
  });

  it("lists what is not current and exits with 1", async () => {
    const { code, out } = run("--check", "--spec", "scripts/fixtures/zoo.yaml", "--out", await makeFolder());
    expect(code).toBe(1);
    expect(out).toContain("missing: packages/types/src/generated/openapi.ts\n");
  });

  it("rejects an option that it does not know, and shows those that it does", () => {
    const { code, err } = run("--frce");
    expect(code).toBe(2);
    expect(err).toMatch(/Unknown option '--frce'[\s\S]*--spec FILE/);
  });

  it("writes nothing of a spec that breaks the style guide, unless it is told not to lint", async () => {
    const text = (await readFile("spec/openapi.yaml", "utf8")).replace(
      "operationId: createRefund",
      "operationId: refund",
    );
    const [spec, out] = [await writeSpec(text), await makeFolder()];
    const line = text.split("\n").findIndex((one) => one.endsWith("operationId: refund")) + 1;
    const { code, err } = run("--spec", spec, "--out", out);
    expect(code).toBe(1);
    expect(err).toContain(`${spec}:${line}  /paths/~1refunds/post/operationId  `);
    expect(err).toMatch(/\(vinr\/operation-id-verb-noun\)\n\n1 problem; nothing was written\.\n$/);
    expect(await readdir(out)).toEqual([]);
    expect(run("--spec", spec, "--out", out, "--no-lint").code).toBe(0);
  });

  it("prints each problem with file, line, pointer and hint, without a stack", async () => {
    const spec = await writeSpec(
      'openapi: 3.1.0\ninfo: { title: T, version: "1" }\ncomponents:\n  schemas:\n    A: { $id: a }\n',
    );
    const { code, err } = run("--spec", spec, "--out", await makeFolder());
    expect(code).toBe(1);
    expect(err).toBe(
      `${spec}:5  /components/schemas/A/$id  unsupported keyword $id  → use $ref with a JSON pointer\n\n1 problem; nothing was written.\n`,
    );
  });
});
