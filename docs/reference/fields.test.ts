import { expect, it } from "vitest";
import { buildModel } from "../../scripts/read/build-model.ts";
import type { LoadedSpec } from "../../scripts/read/load-spec.ts";
import { describeValue, type Field, listFields } from "./fields.ts";
import { renderBlocks, renderInline } from "./render-markdown.ts";

const text = { type: "string", description: "Some text.", maxLength: 5 };

function modelOf(schema: object, others: Readonly<Record<string, object>>) {
  const document = {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    paths: {},
    components: { schemas: { Thing: schema, ...others } },
  };
  const spec: LoadedSpec = { file: "test.yaml", document, files: [], placeOf: (pointer) => ({ pointer, line: 1 }) };
  return buildModel(spec).schemas;
}

/** The fields of a schema, with other schemas beside it. */
function fieldsOf(schema: object, others: Readonly<Record<string, object>> = {}): Field[] {
  const schemas = modelOf(schema, others);
  return listFields({ place: { pointer: "", line: 1 }, ref: "Thing" }, "body", schemas);
}

const fieldOf = (schema: object, others = {}): Field | undefined =>
  fieldsOf({ type: "object", properties: { value: schema } }, others)[0];

it("shows each property with its type, its bounds and whether it is required, at an anchor of its own", () => {
  const [field] = fieldsOf({ type: "object", required: ["returnUrl"], properties: { returnUrl: text } });
  expect(field).toMatchObject({
    id: "body-return-url",
    name: "returnUrl",
    type: "string, up to 5 characters",
    description: "Some text.",
    required: true,
  });
});

it.each([
  [{ type: "integer", minimum: 1, maximum: 999999999999 }, "integer, 1 to 999,999,999,999"],
  [{ type: "integer", minimum: 0 }, "integer, at least 0"],
  [{ type: "number", exclusiveMinimum: 0, multipleOf: 0.5 }, "number, more than 0, a multiple of 0.5"],
  [{ type: "string", minLength: 3, maxLength: 3 }, "string, 3 characters"],
  [{ type: ["string", "null"], minLength: 1 }, "string or null, at least 1 character"],
  [
    { type: "array", items: { type: "string" }, maxItems: 10, uniqueItems: true },
    "array of string, up to 10 items, each only once",
  ],
  [{ const: "*" }, "string"],
  [{}, "any value"],
])("describes %j in words", (schema, want) => {
  expect(fieldOf(schema)?.type).toBe(want);
});

it("marks a deprecated property, and shows what replaces it and until when it is there", () => {
  const old = { ...text, deprecated: true, description: "Deprecated: add up the refunds. Removed after 2027-06-30." };
  const fields = fieldsOf({ type: "object", properties: { old, kept: text } });
  expect(fields.map(({ deprecated }) => deprecated)).toEqual([true, false]);
  expect(fields[0]?.description).toContain("add up the refunds. Removed after 2027-06-30.");
});

it("nests the fields of an object, and links to its page", () => {
  const field = fieldOf(
    { $ref: "#/components/schemas/Inner" },
    { Inner: { type: "object", properties: { deep: text } } },
  );
  expect(field?.fields[0]?.id).toBe("body-value-deep");
  expect(field?.schema).toEqual({ name: "Inner", href: "/reference/schemas/inner/" });
});

it("shows the fields of an array's items and of an object without a name", () => {
  expect(fieldOf({ type: "array", items: { type: "object", properties: { deep: text } } })?.fields).toHaveLength(1);
});

it("stops where an object contains itself, and three levels down", () => {
  const self = fieldsOf({ type: "object", properties: { self: { $ref: "#/components/schemas/Thing" }, name: text } });
  expect(self.map(({ fields }) => fields)).toEqual([[], []]);
  let deep: object = text;
  for (let level = 0; level < 6; level++) deep = { type: "object", properties: { deep } };
  const depth = (fields: readonly Field[]): number => (fields[0] === undefined ? 0 : 1 + depth(fields[0].fields));
  expect(depth(fieldsOf(deep))).toBe(4);
});

it("shows the default, an example, a constant, the format and the pattern", () => {
  const facts = (schema: object) => fieldOf(schema)?.facts;
  expect(facts({ type: "boolean", default: true, examples: [false] })).toEqual([
    { label: "Default", value: "true" },
    { label: "Example", value: "false" },
  ]);
  expect(facts({ const: "refund", examples: ["refund"] })).toEqual([{ label: "Always", value: "refund" }]);
  expect(fieldOf({ type: "string", format: "date", pattern: "^2" })).toMatchObject({ format: "date", pattern: "^2" });
});

it("shows the meaning of each enum value", () => {
  const status = { type: "string", enum: ["open"], "x-enumDescriptions": { open: "not decided" } };
  expect(fieldOf(status)?.values).toEqual([{ value: "open", meaning: "not decided" }]);
});

it("describes the keys and values of a map", () => {
  const map = { type: "object", propertyNames: { type: "string", maxLength: 40 }, additionalProperties: text };
  expect(fieldOf(map)?.entries).toEqual({
    keys: "string, up to 40 characters",
    values: "string, up to 5 characters",
    schema: undefined,
  });
});

it("names the members of a union", () => {
  const union = { oneOf: [{ $ref: "#/components/schemas/A" }] };
  const schemas = modelOf(union, { A: { type: "object", properties: { a: text } } });
  const { options } = describeValue({ place: { pointer: "", line: 1 }, ref: "Thing" }, schemas);
  expect(options[0]?.schema).toEqual({ name: "A", href: "/reference/schemas/a/" });
});

it("takes no script from a description", () => {
  for (const attack of [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "a <b onclick=x>",
    "[x](javascript:alert(1))",
  ]) {
    const html =
      renderInline(attack) +
      renderBlocks(attack)
        .map((block) => (block.kind === "html" ? block.html : ""))
        .join("");
    expect(html).not.toMatch(/<script|<img|<b|javascript:/);
  }
});

it("shows HTML in a description as text, and renders its Markdown", () => {
  expect(renderInline("a <script> and `<timestamp>`")).toBe("a &#x3C;script> and <code>&#x3C;timestamp></code>");
});
