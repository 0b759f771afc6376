import { expect, it } from "vitest";
import type { Api } from "../../scripts/model.ts";
import { buildModel } from "../../scripts/read/build-model.ts";
import { describeType } from "./describe-type.ts";
import { type Field, listFields } from "./fields.ts";

const text = { type: "string", description: "Some text.", maxLength: 5 };

function buildApi(schemas: Readonly<Record<string, object>>): Api {
  const document = { openapi: "3.1.0", info: { title: "Test", version: "1" }, paths: {}, components: { schemas } };
  const placeOf = (pointer: string) => ({ pointer, line: 1 });
  return buildModel({ file: "test.yaml", files: [], document, placeOf } as never);
}

function fieldsOf(schema: object, others: Readonly<Record<string, object>> = {}): Field[] {
  const { schemas } = buildApi({ Thing: schema, ...others });
  return listFields({ place: { pointer: "", line: 1 }, ref: "Thing" }, "body", schemas);
}

it("lists each property with its type, bounds, description and anchor, and whether it is required", () => {
  const fields = fieldsOf({ type: "object", required: ["returnUrl"], properties: { returnUrl: text } });
  expect(fields).toMatchObject([
    {
      name: "returnUrl",
      id: "body-return-url",
      type: "string, up to 5 characters",
      description: "Some text.",
      required: true,
    },
  ]);
});

it("marks a deprecated property, and keeps its description", () => {
  const description = "Deprecated: add up the refunds. Removed after 2027-06-30.";
  const fields = fieldsOf({
    type: "object",
    properties: { old: { ...text, deprecated: true, description }, kept: text },
  });
  expect(fields).toMatchObject([{ deprecated: true, description }, { deprecated: false }]);
});

it("nests the fields of an object, and links to its schema", () => {
  const inner = { type: "object", properties: { deep: text } };
  const properties = { inner: { $ref: "#/components/schemas/Inner" } };
  const [field] = fieldsOf({ type: "object", properties }, { Inner: inner });
  expect(field?.schema).toEqual({ name: "Inner", href: "/reference/schemas/inner/" });
  expect(field?.fields).toMatchObject([{ id: "body-inner-deep" }]);
});

it("stops at an object that contains itself", () => {
  const properties = { self: { $ref: "#/components/schemas/Thing" }, name: text };
  expect(fieldsOf({ type: "object", properties }).map(({ fields }) => fields)).toEqual([[], []]);
});

it("lists the meaning of each enum value", () => {
  const status = { type: "string", enum: ["open"], "x-enumDescriptions": { open: "not decided" } };
  const [field] = fieldsOf({ type: "object", properties: { status } });
  expect(field?.values).toEqual([{ value: "open", meaning: "not decided" }]);
});

it("lists the members of a union", () => {
  const properties = { either: { oneOf: [{ $ref: "#/components/schemas/A" }, { type: "null" }] } };
  const [field] = fieldsOf({ type: "object", properties }, { A: { type: "object", properties: { a: text } } });
  expect(field?.options).toMatchObject([{ schema: { name: "A", href: "/reference/schemas/a/" } }, { type: "null" }]);
});

it.each([
  [{ type: "integer", minimum: 1, maximum: 999999999999 }, "integer, 1 to 999,999,999,999"],
  [{ type: "string", maxLength: 500 }, "string, up to 500 characters"],
  [{ type: ["string", "null"], minLength: 3, maxLength: 3 }, "string or null, 3 characters"],
  [
    { type: "array", items: { type: "string" }, minItems: 1, uniqueItems: true },
    "array of string, at least 1 item, each only once",
  ],
  [{ type: "number", exclusiveMinimum: 0 }, "number, more than 0"],
])("describes %j as %j", (schema, words) => {
  const { schemas } = buildApi({ Thing: schema });
  expect(describeType({ place: { pointer: "", line: 1 }, ref: "Thing" }, schemas)).toBe(words);
});
