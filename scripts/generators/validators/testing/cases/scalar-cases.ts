import { type KeywordCase, object } from "./keyword-case.ts";

/** Keywords about a value itself. */
export const scalarCases: Readonly<Record<string, KeywordCase>> = {
  "any value where nothing is asked": { schema: {}, valid: [null, 0, "", [], {}, undefined], invalid: [] },
  "no value where nothing is allowed": {
    schema: object({ gone: false }),
    valid: [{}],
    invalid: [[{ gone: 1 }, "/gone never"]],
  },
  strings: {
    schema: { type: "string" },
    valid: ["", "a"],
    invalid: [
      [1, "type"],
      [null, "type"],
      [undefined, "required"],
    ],
  },
  numbers: {
    schema: { type: "number" },
    valid: [0, -0, 1.5, 1e308, 2 ** 53],
    invalid: [
      ["1", "type"],
      [Number.NaN, "type"],
      [Number.POSITIVE_INFINITY, "type"],
      [1n, "type"],
    ],
  },
  "integers, of which 1.0 is one": {
    schema: { type: "integer" },
    valid: [1, 1.0, -0, 2 ** 53, 1e21],
    invalid: [
      [1.5, "type"],
      [Number.NaN, "type"],
      [Number.NEGATIVE_INFINITY, "type"],
      ["1", "type"],
    ],
  },
  booleans: {
    schema: { type: "boolean" },
    valid: [true, false],
    invalid: [
      [0, "type"],
      ["true", "type"],
    ],
  },
  null: {
    schema: { type: "null" },
    valid: [null],
    invalid: [
      [undefined, "required"],
      [0, "type"],
      [{}, "type"],
    ],
  },
  "objects of members alone": {
    schema: { type: "object" },
    valid: [{}, Object.create(null), new (class {})()],
    invalid: [
      [[], "type"],
      [null, "type"],
      [new Date(), "type"],
      [new Map([["id", 1]]), "type"],
      [() => {}, "type"],
    ],
  },
  arrays: {
    schema: { type: "array" },
    valid: [[], [1]],
    invalid: [
      [{ length: 0 }, "type"],
      ["", "type"],
    ],
  },
  "several types": {
    schema: { type: ["string", "null", "integer"], maxLength: 2, minimum: 3 },
    valid: ["ab", null, 3],
    invalid: [
      ["abc", "max_length"],
      [2, "minimum"],
      [3.5, "type"],
      [true, "type"],
    ],
  },
  "number beside integer": { schema: { type: ["integer", "number"] }, valid: [1.5, 1], invalid: [["1", "type"]] },
  "keywords of a type that the value need not have": {
    schema: { minLength: 2, minimum: 2, minItems: 2, minProperties: 2 },
    valid: [true, null, "ab", 2, [1, 2], { a: 1, b: 2 }],
    invalid: [
      ["a", "min_length"],
      [1, "minimum"],
      [[1], "min_items"],
      [{ a: 1 }, "min_properties"],
    ],
  },
  "lengths in characters, not in UTF-16 units": {
    schema: { type: "string", minLength: 2, maxLength: 3 },
    valid: ["ab", "abc", "😀😀", "😀😀😀"],
    invalid: [
      ["a", "min_length"],
      ["😀", "min_length"],
      ["abcd", "max_length"],
      ["😀😀😀😀", "max_length"],
    ],
  },
  "lone surrogates as a character each": {
    schema: { type: "string", minLength: 2, maxLength: 2 },
    valid: ["\ud83d\ud83d", "\ude00\ud83d"],
    invalid: [["\ud83d\ude00", "min_length"]],
  },
  patterns: {
    schema: { type: "string", pattern: "^/[a-z]+/\\d{2}$" },
    valid: ["/ab/12"],
    invalid: [
      ["ab/12", "pattern"],
      ["/ab/12\n", "pattern"],
    ],
  },
  "patterns anywhere in the text, by characters": {
    schema: { type: "string", pattern: "^.$|x" },
    valid: ["😀", "axa"],
    invalid: [["ab", "pattern"]],
  },
  formats: { schema: { type: "string", format: "uuid" }, valid: [crypto.randomUUID()], invalid: [["x", "format"]] },
  "formats that are only notes": { schema: { type: "string", format: "currency" }, valid: ["x"], invalid: [] },
  "32 bits": {
    schema: { type: "integer", format: "int32" },
    valid: [2147483647, -2147483648, -0],
    invalid: [
      [2147483648, "maximum"],
      [-2147483649, "minimum"],
    ],
  },
  bounds: {
    schema: { type: "number", minimum: 1, maximum: 3 },
    valid: [1, 2.5, 3],
    invalid: [
      [0.99, "minimum"],
      [3.01, "maximum"],
    ],
  },
  "exclusive bounds": {
    schema: { type: "number", exclusiveMinimum: -1, exclusiveMaximum: 3 },
    valid: [-0.99, 0, -0],
    invalid: [
      [-1, "exclusive_minimum"],
      [3, "exclusive_maximum"],
    ],
  },
  "multiples of whole numbers": {
    schema: { type: "integer", multipleOf: 5 },
    valid: [0, -0, -5, 10, 1e15, 1e300],
    invalid: [
      [1, "multiple_of"],
      [-4, "multiple_of"],
    ],
  },
  "multiples as the decimals that were written": {
    schema: { type: "number", multipleOf: 0.01 },
    valid: [19.99, 0.07, 1, 4.35, -19.99],
    invalid: [
      [0.001, "multiple_of"],
      [19.999, "multiple_of"],
    ],
  },
  enums: {
    schema: { enum: ["a", 1, null, true, { b: [1] }] },
    valid: ["a", 1, null, true, { b: [1.0] }],
    invalid: [
      ["b", "enum"],
      [2, "enum"],
      [false, "enum"],
      [{ b: [1, 2] }, "enum"],
      [undefined, "required"],
    ],
  },
  "long enums": {
    schema: { type: "string", enum: Array.from({ length: 40 }, (_, i) => `v${i}`) },
    valid: ["v0", "v39"],
    invalid: [
      ["v40", "enum"],
      [1, "enum"],
    ],
  },
  constants: {
    schema: { type: "string", const: 'it\'s "quoted"' },
    valid: ['it\'s "quoted"'],
    invalid: [
      ["it's", "const"],
      [1, "const"],
    ],
  },
  "constants of null, and of zero": {
    schema: object({ none: { const: null }, zero: { const: 0 } }),
    valid: [{ none: null, zero: -0 }],
    invalid: [[{ none: 0, zero: false }, "/none const", "/zero const"]],
  },
  "constant objects, members in any order": {
    schema: { const: { a: 1, b: [null] } },
    valid: [{ b: [null], a: 1 }],
    invalid: [
      [{ a: 1 }, "const"],
      [{ a: 1, b: [null], c: 1 }, "const"],
      [{ a: 1, b: [] }, "const"],
    ],
  },
};
