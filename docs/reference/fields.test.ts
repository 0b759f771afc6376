import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { Api } from "../../scripts/model.ts";
import { loadSpec } from "../../scripts/read/document/load-spec.ts";
import { buildModel } from "../../scripts/read/model/build-model.ts";
import { describeType } from "./describe-type.ts";
import { describeBeside, describeValue, type Field, listFields } from "./fields.ts";

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

it("tells null of a named union, on a member and on its own page", () => {
  const maybe = { MaybeA: { anyOf: [{ $ref: "#/components/schemas/A" }, { type: "null" }] } };
  const others = { ...maybe, A: { type: "object", properties: { a: text } } };
  const [field] = fieldsOf({ type: "object", properties: { member: { $ref: "#/components/schemas/MaybeA" } } }, others);
  const options = [
    { schema: { name: "A", href: "/reference/schemas/a/" }, tags: [] },
    { type: "null", tags: [] },
  ];
  expect(field).toMatchObject({ schema: { name: "MaybeA" }, options });
  const { schemas } = buildApi(others);
  const own = { place: { pointer: "", line: 1 }, ref: "MaybeA" };
  expect(describeValue(own, schemas)).toMatchObject({ options, discriminator: undefined });
});

it.each([
  ["may be null", { type: ["object", "null"], properties: { a: text } }, { type: "object or null" }],
  [
    "is one of several",
    { type: "object", properties: { a: text }, oneOf: [{ required: ["a"] }, {}] },
    { type: "object" },
  ],
  ["has more entries", { type: "object", properties: { a: text }, additionalProperties: text }, { entries: {} }],
])("tells beside its fields that an object %s", (_, schema, facts) => {
  const { schemas } = buildApi({ Thing: schema });
  const own = { place: { pointer: "", line: 1 }, ref: "Thing" };
  expect(listFields(own, "field", schemas)).toMatchObject([{ name: "a" }]);
  expect(describeBeside(own, schemas)).toMatchObject(facts);
});

it("tells nothing beside the fields of a plain object", () => {
  const { schemas } = buildApi({ Thing: { type: "object", properties: { a: text }, additionalProperties: false } });
  expect(describeBeside({ place: { pointer: "", line: 1 }, ref: "Thing" }, schemas)).toBeUndefined();
});

it("lists the tags that select each variant: mapped ones, a constant, or the name", () => {
  const variant = (tag: object) => ({ type: "object", required: ["kind"], properties: { kind: tag } });
  const oneOf = ["Cat", "Dog", "Fish"].map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const mapping = { cat: "#/components/schemas/Cat", tiger: "#/components/schemas/Cat" };
  const animal = { oneOf, discriminator: { propertyName: "kind", mapping } };
  const string = { type: "string" };
  const others = { Cat: variant(string), Dog: variant({ const: "dog" }), Fish: variant(string), Animal: animal };
  const wanted = [{ tags: ["cat", "tiger"] }, { tags: ["dog"] }, { tags: ["Fish"] }];
  const ref = { $ref: "#/components/schemas/Animal" };
  const fields = fieldsOf({ type: "object", properties: { one: ref, many: { type: "array", items: ref } } }, others);
  for (const field of fields) expect(field).toMatchObject({ discriminator: "kind", options: wanted });
});

it("lists the type of every event on the page of the union", async () => {
  const api = buildModel(await loadSpec(fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url))));
  const { discriminator, options } = describeValue({ place: { pointer: "", line: 1 }, ref: "Event" }, api.schemas);
  expect(discriminator).toBe("type");
  expect(options.flatMap(({ tags }) => tags).sort()).toEqual(api.webhooks.map(({ name }) => name).sort());
});

it.each([
  [{ type: "integer", minimum: 1, maximum: 999999999999 }, "integer, 1 to 999,999,999,999"],
  [{ type: "string", maxLength: 500 }, "string, up to 500 characters"],
  [{ type: ["string", "null"], minLength: 3, maxLength: 3 }, "string or null, 3 characters"],
  [
    { type: "array", items: { type: "string" }, minItems: 1, uniqueItems: true },
    "array of string, at least 1 item, no duplicates",
  ],
  [{ type: "number", exclusiveMinimum: 0 }, "number, more than 0"],
])("describes %j as %j", (schema, words) => {
  const { schemas } = buildApi({ Thing: schema });
  expect(describeType({ place: { pointer: "", line: 1 }, ref: "Thing" }, schemas)).toBe(words);
});
