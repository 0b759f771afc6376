import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import type { Api } from "../../model.ts";
import { generateValidators } from "./index.ts";
import { modelOf } from "./testing/compile.ts";
import { keywordSchemas } from "./testing/keyword-cases.ts";

const RUNTIME = fileURLToPath(new URL("../../../packages/validators/src/runtime/", import.meta.url));

/** The compiler's messages about the validators of a model. */
async function diagnose(api: Api): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "vinr-validators-"));
  try {
    const names = [...api.schemas.keys()].map((name) => `export type ${name} = unknown;`).join("\n");
    const files = generateValidators(api).map(({ path, content }) => ({ path, content }));
    const types = { path: "node_modules/@vinr/types/index.d.ts", content: names };
    const meta = { path: "package.json", content: '{ "type": "module" }' };
    const typesMeta = { path: "node_modules/@vinr/types/package.json", content: '{ "types": "./index.d.ts" }' };
    for (const { path, content } of [...files, types, meta, typesMeta]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    await cp(RUNTIME, join(folder, "packages/validators/src/runtime"), {
      recursive: true,
      filter: (path) => !path.endsWith(".test.ts"),
    });
    const program = ts.createProgram({
      rootNames: files.map(({ path }) => join(folder, path)),
      options: {
        strict: true,
        noEmit: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        noUnusedLocals: true,
        verbatimModuleSyntax: true,
        target: ts.ScriptTarget.ES2022,
        lib: ["lib.es2023.d.ts"],
        module: ts.ModuleKind.NodeNext,
        types: [],
      },
    });
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ file, messageText }) => `${file?.fileName} ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe("what is generated for every keyword type-checks strictly, without unused names", () => {
  it("as requests", async () => expect(await diagnose(modelOf(keywordSchemas, "request"))).toEqual([]));
  it("as unions whose variants are declared elsewhere", async () => {
    const variant = (type: string) => ({
      type: "object",
      properties: { type: { type: "string", const: type }, data: { type: "object", required: [type], properties: {} } },
      required: ["type", "data"],
    });
    const of = ["A", "B"].map((name) => ({ $ref: `#/components/schemas/${name}` }));
    const schemas = { A: variant("a"), B: variant("b"), Union: { oneOf: of } };
    expect(await diagnose(modelOf(schemas, "response"))).toEqual([]);
    expect(await diagnose(modelOf(schemas, "request"))).toEqual([]);
  });
  it("as responses", async () => expect(await diagnose(modelOf(keywordSchemas, "response"))).toEqual([]));
});
