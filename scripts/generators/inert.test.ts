import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { transform } from "esbuild";
import { describe, expect, it } from "vitest";
import { makeStandalone } from "../generate/standalone.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import { buildModel } from "../read/model/build-model.ts";
import { makeFolder, writeSpec } from "../testing.ts";
import { generateAll } from "./index.ts";
import { hostileSpec } from "./testing/hostile-spec.ts";

const WORKSPACE = join(import.meta.dirname, "../..");

/** Imports every module below itself, and prints what that changed for all code of the process. */
const WITNESS = `
const globals = new Set(Reflect.ownKeys(globalThis));
const prototypes = [Object, Function, Array, String, RegExp, Promise].map(({ prototype }) => prototype);
const shapes = prototypes.map((prototype) => Reflect.ownKeys(prototype).length);
for (const path of process.argv.slice(2)) await import(path);
const added = Reflect.ownKeys(globalThis).filter((key) => !globals.has(key)).map(String);
const changed = prototypes.filter((prototype, i) => Reflect.ownKeys(prototype).length !== shapes[i]).map(String);
console.log(JSON.stringify([...added, ...changed]));
`;

/** The globals that the modules generated from a spec make, in a process of their own. */
async function runGenerated(spec: string): Promise<{ files: string[]; effects: string[] }> {
  const folder = await makeFolder();
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  const generated = await generateAll(buildModel(await loadSpec(await writeSpec(spec, "openapi.json"))));
  const files = await makeStandalone(generated, WORKSPACE);
  for (const { path, content } of files) {
    const { code } = await transform(content, { loader: "ts", format: "esm" });
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path.replace(/\.ts$/, ".js")), code);
  }
  await writeFile(join(folder, "witness.js"), WITNESS);
  const paths = generated.map(({ path }) => `./${path.replace(/\.ts$/, ".js")}`);
  const out = execFileSync(process.execPath, ["witness.js", ...paths], { cwd: folder, encoding: "utf8" });
  return { files: generated.map(({ path }) => path), effects: JSON.parse(out) };
}

describe("the modules that are generated from a hostile spec", () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    "run nothing of it when they are imported: seed %i",
    async (seed) => {
      const { files, effects } = await runGenerated(hostileSpec(seed));
      expect(effects).toEqual([]);
      for (const name of ["openapi", "json-schema", "requests", "index", "operations", "error-codes", "examples"]) {
        expect(files.some((path) => path.endsWith(`/generated/${name}.ts`))).toBe(true);
      }
    },
  );

  it("would be noticed if they did", async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, "witness.mjs"), WITNESS);
    await writeFile(join(folder, "a.mjs"), "/***/globalThis.PWN=1;/**/");
    const out = execFileSync(process.execPath, ["witness.mjs", "./a.mjs"], { cwd: folder, encoding: "utf8" });
    expect(JSON.parse(out)).toEqual(["PWN"]);
  });
});
