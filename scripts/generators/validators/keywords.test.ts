import { beforeAll, describe, expect, it } from "vitest";
import { SUPPORTED_KEYWORDS } from "../../read/model/build-schema.ts";
import { type Compiled, compileSchemas } from "./testing/compile.ts";
import { keywordCases, keywordName, keywordSchemas } from "./testing/keyword-cases.ts";

describe("a validator of a request accepts and rejects", () => {
  let compiled: Compiled;
  beforeAll(async () => {
    compiled = await compileSchemas(keywordSchemas);
  });

  it.each(Object.entries(keywordCases))("%s", (name, { valid, invalid }) => {
    const schema = keywordName(name);
    for (const value of valid) expect(compiled.codes(schema, value)).toEqual([]);
    for (const [value, ...issues] of invalid) expect(compiled.codes(schema, value)).toEqual(issues);
  });
});

describe("the supported keywords", () => {
  const ANNOTATIONS = ["$schema", "default", "deprecated", "description", "discriminator", "examples", "title"];

  it("each have a case, but for those that say nothing of what is valid", () => {
    const used = JSON.stringify(keywordSchemas);
    const missing = SUPPORTED_KEYWORDS.filter((keyword) => !used.includes(`"${keyword}":`));
    expect(missing.sort()).toEqual(["$ref", ...ANNOTATIONS]);
  });
});

describe("a validator follows references", () => {
  it("to another schema, with its sibling keywords", async () => {
    const compiled = await compileSchemas({
      X: { type: "object", properties: { id: { $ref: "#/components/schemas/Id", maxLength: 4 } } },
      Id: { type: "string", pattern: "^p_" },
    });
    expect(compiled.codes("X", { id: "p_12" })).toEqual([]);
    expect(compiled.codes("X", { id: "p_123" })).toEqual(["/id max_length"]);
    expect(compiled.codes("X", { id: "12345" })).toEqual(["/id max_length", "/id pattern"]);
  });

  it("round to the schema itself", async () => {
    const tree = {
      type: "object",
      properties: { next: { $ref: "#/components/schemas/Tree" }, n: { type: "integer" } },
    };
    const compiled = await compileSchemas({ Tree: tree });
    expect(compiled.codes("Tree", { next: { next: { n: 1 } } })).toEqual([]);
    expect(compiled.codes("Tree", { next: { next: { n: "1" } } })).toEqual(["/next/next/n type"]);
  });

  it("between schemas that reach each other, in one module", async () => {
    const compiled = await compileSchemas({
      Folder: {
        type: "object",
        properties: { files: { type: "array", items: { $ref: "#/components/schemas/File" } } },
      },
      File: { type: "object", properties: { parent: { $ref: "#/components/schemas/Folder" } }, required: ["name"] },
    });
    expect(compiled.codes("Folder", { files: [{ name: 1, parent: { files: [] } }] })).toEqual([]);
    expect(compiled.codes("File", { name: 1, parent: { files: [{}] } })).toEqual(["/parent/files/0/name required"]);
  });
});
