import { describe, expect, it } from "vitest";
import type { Problem } from "../spec-error.ts";
import { buildSchema, schemaContext } from "./build-schema.ts";

const components = { schemas: { A: { type: "string" }, B: { type: "object" } } };

function build(schema: unknown, document: object = {}) {
  const problems: Problem[] = [];
  const whole = { components, schema, ...document };
  const context = { ...schemaContext(whole, problems), pointer: "/schema" };
  return { model: buildSchema(schema, context), problems };
}

const problemsOf = (schema: unknown, document?: object) =>
  build(schema, document).problems.map(({ place, message }) => `${place.pointer} ${message}`);

describe("buildSchema", () => {
  it("keeps each keyword of the model", () => {
    const raw = {
      type: ["integer", "null"],
      minimum: 1,
      exclusiveMaximum: 9,
      multipleOf: 2,
      enum: [2, null],
      default: 2,
    };
    const { model, problems } = build(raw);
    expect(problems).toEqual([]);
    expect(model).toMatchObject({
      types: ["integer", "null"],
      minimum: 1,
      exclusiveMaximum: 9,
      enum: [2, null],
      default: 2,
    });
  });

  it("tells const: null from no const", () => {
    expect(build({ const: null }).model.const).toEqual({ value: null });
    expect(build({}).model.const).toBeUndefined();
  });

  it("reads true as anything and false as nothing", () => {
    expect(build(true).model).toEqual({ place: { pointer: "/schema", line: 1 } });
    expect(build({ items: false }).model.items?.never).toBe(true);
  });

  it("keeps properties called __proto__ and constructor", () => {
    const { model } = build({ properties: JSON.parse('{"__proto__":{"type":"string"},"constructor":{}}') });
    expect([...(model.properties?.keys() ?? [])]).toEqual(["__proto__", "constructor"]);
  });

  it("keeps a reference to a named schema as its name, with the keywords beside it", () => {
    expect(build({ $ref: "#/components/schemas/A", maxLength: 3 }).model).toMatchObject({ ref: "A", maxLength: 3 });
  });

  it("reads any other local reference in place, beside its siblings", () => {
    const { model } = build({ $ref: "#/schema/$defs/id", maxLength: 3, $defs: { id: { type: "string" } } });
    expect(model).toMatchObject({ maxLength: 3, allOf: [{ types: ["string"] }] });
  });

  it("ignores annotations and extensions", () => {
    const raw = { readOnly: true, writeOnly: false, example: 1, xml: {}, externalDocs: {}, $comment: "", "x-any": 1 };
    expect(problemsOf({ ...raw, contentEncoding: "base64", contentMediaType: "image/png" })).toEqual([]);
  });

  it("reads x-sensitive", () => {
    expect(build({ type: "string", "x-sensitive": true }).model.sensitive).toBe(true);
  });

  it("reads x-pattern-message", () => {
    const { model } = build({ type: "string", pattern: "^a$", "x-pattern-message": "the letter a" });
    expect(model.patternMessage).toBe("the letter a");
  });

  it.each([
    [
      "a keyword that is not supported",
      { unevaluatedProperties: false },
      "/schema/unevaluatedProperties unsupported keyword unevaluatedProperties",
    ],
    ["a misspelt keyword", { minlength: 1 }, "/schema/minlength unsupported keyword minlength"],
    ["a keyword of 3.0", { type: "string", nullable: true }, "/schema/nullable unsupported keyword nullable"],
    [
      "a boolean exclusiveMinimum",
      { exclusiveMinimum: true },
      "/schema/exclusiveMinimum exclusiveMinimum must be a number",
    ],
    [
      "an unknown type",
      { type: "float" },
      "/schema/type type must be one or several of array, boolean, integer, null, number, object, string, each once",
    ],
    [
      "another dialect",
      { $schema: "http://json-schema.org/draft-07/schema#" },
      "/schema/$schema unsupported dialect http://json-schema.org/draft-07/schema#",
    ],
    ["a negative length", { minLength: -1 }, "/schema/minLength minLength must be a whole number, 0 or more"],
    ["an empty composition", { anyOf: [] }, "/schema/anyOf anyOf must hold at least one schema"],
    [
      "bounds that exclude each other",
      { minimum: 2, maximum: 1 },
      "/schema/minimum minimum 2 is greater than maximum 1",
    ],
    [
      "lengths that exclude each other",
      { minLength: 2, maxLength: 1 },
      "/schema/minLength minLength 2 is greater than maxLength 1",
    ],
    [
      "open bounds that leave nothing",
      { exclusiveMinimum: 1, maximum: 1 },
      "/schema/exclusiveMinimum exclusiveMinimum 1 leaves nothing under maximum 1",
    ],
    [
      "an enum value of another type",
      { type: "string", enum: ["a", 1] },
      "/schema/enum enum value 1 is not of type string",
    ],
    ["a const of another type", { type: "integer", const: 1.5 }, "/schema/const const 1.5 is not of type integer"],
    [
      "a default of another type",
      { type: "boolean", default: "no" },
      '/schema/default default "no" is not of type boolean',
    ],
    [
      "a default above its maximum",
      { type: "integer", minimum: 1, maximum: 20, default: 25 },
      "/schema/default default 25 breaks its own maximum",
    ],
    ["a default outside its enum", { enum: ["a"], default: "b" }, '/schema/default default "b" breaks its own enum'],
    [
      "a default that its pattern does not match",
      { type: "string", maxLength: 3, pattern: "^[A-Z]+$", default: "eur" },
      '/schema/default default "eur" breaks its own pattern',
    ],
    [
      "a const outside its enum",
      { enum: ["a"], const: "b" },
      '/schema/const const "b" is not among the values of enum',
    ],
    ["an enum without a value", { enum: [] }, "/schema/enum enum has no value, so nothing is valid"],
    [
      "a required property that is forbidden",
      { required: ["a"], additionalProperties: false },
      '/schema/required required property "a" is forbidden by additionalProperties: false',
    ],
    ["a property required twice", { required: ["a", "a"] }, "/schema/required required names something twice"],
    [
      "a reference to nothing",
      { $ref: "#/components/schemas/C" },
      "/schema/$ref $ref #/components/schemas/C leads to nothing",
    ],
    ["a reference elsewhere", { $ref: "other.yaml" }, "/schema/$ref $ref other.yaml is not a local JSON pointer"],
    [
      "a mapping to nothing",
      { discriminator: { propertyName: "t", mapping: { c: "C" } } },
      "/schema/discriminator/mapping/c the discriminator maps to C, which is not a schema of components",
    ],
    [
      "a mapping to a schema that is not a variant",
      { oneOf: [{ $ref: "#/components/schemas/A" }], discriminator: { propertyName: "t", mapping: { b: "B" } } },
      '/schema/discriminator tag "b" maps to B, which is not a variant here',
    ],
  ])("rejects %s", (_, schema, problem) => {
    expect(problemsOf(schema)).toEqual([problem]);
  });

  it("rejects an invalid regular expression, also as a key of patternProperties", () => {
    expect(problemsOf({ pattern: "(" })[0]).toContain("/schema/pattern not a regular expression");
    expect(problemsOf({ patternProperties: { "[": {} } })[0]).toContain("/schema/patternProperties/[ not a regular");
  });

  it("rejects recursion through a reference that is read in place", () => {
    const schema = { $ref: "#/schema/$defs/n", $defs: { n: { properties: { next: { $ref: "#/schema/$defs/n" } } } } };
    expect(problemsOf(schema)).toEqual([
      "/schema/$defs/n/properties/next/$ref $ref #/schema/$defs/n comes back to itself",
    ]);
  });

  it("says how to write a keyword of 3.0 in 3.1", () => {
    expect(build({ nullable: true }).problems[0]?.hint).toBe('in OpenAPI 3.1 write type: [string, "null"]');
  });

  it("collects every problem of a schema", () => {
    expect(problemsOf({ properties: { a: { minlength: 1 }, b: { maxlength: 1 } } })).toHaveLength(2);
  });
});
