import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import type { Api, Json } from "../model.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import { buildModel } from "../read/model/build-model.ts";
import { exampleValues } from "./example-values.ts";
import { jsonSchemasOf } from "./json-schemas.ts";
import { generateJsonSchemas } from "./json-schemas-module.ts";
import { schemaNames } from "./names.ts";
import { withRequestSchemas } from "./request-schemas.ts";
import { type Compiled, compile, modelOf } from "./validators/testing/compile.ts";

let api: Api;
let ours: Compiled;
beforeAll(async () => {
  api = buildModel(await loadSpec(fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url))));
  ours = await compile(api);
});

/** ajv as strict as it can be; a type may be a list, as draft 2020-12 has it. */
function theirs(schema: object): (value: unknown) => boolean {
  // `strictRequired` does not look into `allOf`, where the property of a `required` beside it may be.
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (value) => validate(value);
}

describe("the JSON Schemas of the specification", () => {
  it("compile in ajv as strict as it can be, each by itself", () => {
    for (const [name, schema] of jsonSchemasOf(api)) expect(() => theirs(schema), name).not.toThrow();
  });

  it("have addresses that no two share", () => {
    const ids = [...jsonSchemasOf(api).values()].map(({ $id }) => $id);
    expect(ids).toContain("https://docs.vinr.com/schemas/Payment.json");
    expect(ids).toContain("https://docs.vinr.com/schemas/ListPaymentsQuery.json");
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("accept every example of the specification, as the validators do", () => {
    const examples = exampleValues(api);
    expect([...api.schemas.keys()].filter((name) => !examples.has(name))).toEqual([]);
    for (const [name, values] of examples) {
      const check = theirs(jsonSchemasOf(api).get(name) ?? {});
      for (const value of values) expect([check(value), ours.is(name, value)], name).toEqual([true, true]);
    }
  });

  it("reject an example that lacks what is required, as the validators do", () => {
    let count = 0;
    for (const [name, values] of exampleValues(api)) {
      const check = theirs(jsonSchemasOf(api).get(name) ?? {});
      const required = api.schemas.get(name)?.schema.required ?? [];
      for (const broken of values.flatMap((value) => required.map((key) => without(value, key)))) {
        expect([check(broken), ours.is(name, broken)], name).toEqual([false, false]);
        count++;
      }
    }
    expect(count).toBeGreaterThan(100);
  });
});

function without(value: Json, key: string): unknown {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => name !== key));
}

describe("the JSON Schemas of any spec", () => {
  const contentOf = (schemas: Record<string, unknown>) =>
    generateJsonSchemas(withRequestSchemas(modelOf(schemas))).content;

  it("hold what they refer to, themselves too", () => {
    const Tree = { type: "object", properties: { leaves: { items: { $ref: "#/components/schemas/Tree" } } } };
    const local = { type: "object", properties: { leaves: { items: { $ref: "#/$defs/Tree" } } } };
    expect(jsonSchemasOf(modelOf({ Tree })).get("Tree")).toMatchObject({ ...local, $defs: { Tree: local } });
  });

  it("say every keyword that the model knows, and nothing that JSON Schema does not", () => {
    const ours = { "x-sensitive": true, "x-pattern-message": "the letter a" };
    const schema = {
      title: "T",
      type: ["object", "null"],
      properties: { a: false, b: true, c: { const: null }, d: { type: "string", pattern: "^a$", ...ours } },
      patternProperties: { "^x": { multipleOf: 2 } },
      dependentRequired: { a: ["b"] },
      dependentSchemas: { b: { minProperties: 2 } },
      additionalProperties: { prefixItems: [{ minimum: 1 }], items: { maximum: 2 } },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
      oneOf: [{ not: { required: ["a"] } }, { if: {}, then: {}, else: { type: "null" } }],
    };
    const { $schema, $id, ...said } = jsonSchemasOf(modelOf({ T: schema })).get("T") ?? {};
    const { d, ...properties } = schema.properties;
    expect(said).toEqual({ ...schema, properties: { ...properties, b: {}, d: { type: "string", pattern: "^a$" } } });
  });

  it("are inert where a spec is hostile", () => {
    const content = contentOf({ A: { description: '*/ "` </script>', enum: ["__proto__", "\u2028"] } });
    expect(content).toContain('description: "*/ \\"` <\\/script>"');
    expect(content).not.toContain("\u2028");
  });

  it("are in a module whose file name no schema can take", () => {
    const files = modelOf({ JsonSchema: {}, Requests: {} });
    expect(generateJsonSchemas(withRequestSchemas(files)).path).toMatch(/\/json-schema\.ts$/);
    expect(schemaFiles(files)).toEqual(["json-schema-schema", "requests-schema"]);
  });
});

function schemaFiles(model: Api): string[] {
  return [...schemaNames(model).values()].map(({ file }) => file);
}
