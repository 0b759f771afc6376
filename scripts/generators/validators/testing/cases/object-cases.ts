import { type KeywordCase, object } from "./keyword-case.ts";

/** Keywords about members. */
export const objectCases: Readonly<Record<string, KeywordCase>> = {
  properties: {
    schema: object({ a: { type: "string" }, b: { type: "integer" } }, { required: ["a"] }),
    valid: [{ a: "x" }, { a: "x", b: 1, c: {} }, { a: "x", b: undefined }],
    invalid: [
      [{}, "/a required"],
      [{ a: undefined }, "/a required"],
      [{ a: 1, b: "1" }, "/a type", "/b type"],
    ],
  },
  "required properties of which nothing else is said": {
    schema: { type: "object", required: ["a", "toString"] },
    valid: [{ a: null, toString: 1 }],
    invalid: [
      [{ a: 1 }, "/toString required"],
      [{ toString: 1 }, "/a required"],
    ],
  },
  "properties whose names every object inherits": {
    schema: object(
      { constructor: { type: "string" }, toString: { type: "string" } },
      { additionalProperties: false, required: ["constructor"] },
    ),
    valid: [{ constructor: "a" }, { constructor: "a", toString: "b" }],
    invalid: [
      [{}, "/constructor required"],
      [{ constructor: 1 }, "/constructor type"],
    ],
  },
  "a property called __proto__": {
    schema: JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}},"required":["__proto__"]}'),
    valid: [JSON.parse('{"__proto__":"a"}')],
    invalid: [
      [{}, "/__proto__ required"],
      [JSON.parse('{"__proto__":1}'), "/__proto__ type"],
    ],
  },
  "names that are not identifiers": {
    schema: object({
      "a b": { type: "string" },
      "1": { type: "string" },
      "": { type: "string" },
      é: { type: "string" },
    }),
    valid: [{ "a b": "x", "1": "x", "": "x", é: "x" }],
    invalid: [[{ "a b": 1, "1": 1, "": 1, é: 1 }, "/1 type", "/a b type", "/ type", "/é type"]],
  },
  "names that generated code uses itself": {
    schema: object({
      value: { type: "string" },
      at: { type: "string" },
      fail: { minLength: 1 },
      class: { type: "null" },
    }),
    valid: [{ value: "x", at: "x", fail: "x", class: null }],
    invalid: [[{ value: 1, at: 1, fail: "", class: 1 }, "/value type", "/at type", "/fail min_length", "/class type"]],
  },
  "no other properties": {
    schema: object({ returnUrl: { type: "string" } }, { additionalProperties: false }),
    valid: [{}, { returnUrl: "x" }, { returnUrl: "x", return_url: undefined }],
    invalid: [
      [{ return_url: "x" }, "/return_url unknown_property"],
      [JSON.parse('{"__proto__": 1}'), "/__proto__ unknown_property"],
      [{ constructor: 1 }, "/constructor unknown_property"],
    ],
  },
  "other properties": {
    schema: object({ a: {} }, { additionalProperties: { type: "integer" } }),
    valid: [{ a: "x", b: 1 }, { b: undefined }],
    invalid: [
      [{ b: "x" }, "/b type"],
      [JSON.parse('{"__proto__": "x"}'), "/__proto__ type"],
    ],
  },
  "properties by pattern": {
    schema: object(
      { known: {} },
      { patternProperties: { "^x-": { type: "string" }, "^x-n": { minLength: 2 } }, additionalProperties: false },
    ),
    valid: [
      { known: 1, "x-a": "a", "x-n": "ab" },
      { "x-a": undefined, y: undefined },
    ],
    invalid: [
      [{ "x-a": 1 }, "/x-a type"],
      [{ "x-n": "a" }, "/x-n min_length"],
      [{ y: 1 }, "/y unknown_property"],
    ],
  },
  "names of properties": {
    schema: { type: "object", propertyNames: { maxLength: 3, pattern: "^[a-z]*$" } },
    valid: [{ abc: 1, abcd: undefined }],
    invalid: [[{ abcd: 1, A: 1 }, "/abcd property_name", "/A property_name"]],
  },
  "numbers of properties": {
    schema: { type: "object", minProperties: 1, maxProperties: 2 },
    valid: [{ a: 1 }, { a: 1, b: 2, c: undefined }],
    invalid: [
      [{}, "min_properties"],
      [{ a: undefined }, "min_properties"],
      [{ a: 1, b: 2, c: 3 }, "max_properties"],
    ],
  },
  "properties that need others": {
    schema: { type: "object", dependentRequired: { a: ["b", "c"] } },
    valid: [{}, { b: 1 }, { a: 1, b: 1, c: 1 }],
    invalid: [[{ a: 1, b: 1 }, "/c dependent_required"]],
  },
  "properties that ask more of the object": {
    schema: { type: "object", dependentSchemas: { a: { properties: { b: { type: "string" } }, required: ["b"] } } },
    valid: [{ b: 1 }, { a: 1, b: "x" }],
    invalid: [
      [{ a: 1, b: 1 }, "/b type"],
      [{ a: 1 }, "/b required"],
    ],
  },
  "objects inside objects": {
    schema: object({ a: object({ b: object({ c: { type: "string" } }, { required: ["c"] }) }) }),
    valid: [{}, { a: {} }, { a: { b: { c: "" } } }],
    invalid: [
      [{ a: { b: {} } }, "/a/b/c required"],
      [{ a: 1 }, "/a type"],
    ],
  },
};
