/** A schema, and values that it accepts and refuses. */
export interface KeywordCase {
  readonly schema: object;
  readonly valid: readonly unknown[];
  /** Values with the issues they have: the pointer where it is not the root, and the code. */
  readonly invalid: readonly (readonly [value: unknown, ...issues: string[]])[];
}

const awkward = `"\`$\{1}\\\u2028*/`;
const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });

/** By what the schema asks for. */
export const keywordCases: Readonly<Record<string, KeywordCase>> = {
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
      [undefined, "type"],
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
      [undefined, "type"],
      [0, "type"],
      [{}, "type"],
    ],
  },
  "objects, of which an array is none": {
    schema: { type: "object" },
    valid: [{}, Object.create(null), new Date()],
    invalid: [
      [[], "type"],
      [null, "type"],
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
      [2147483648, "format"],
      [-2147483649, "format"],
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
      [undefined, "enum"],
    ],
  },
  "long enums": {
    schema: { type: "string", enum: Array.from({ length: 40 }, (_, i) => `v${i}`) },
    valid: ["v0", "v39"],
    invalid: [
      ["v40", "enum"],
      [1, "type"],
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
  items: {
    schema: { type: "array", items: { type: "string", minLength: 1 }, minItems: 1, maxItems: 2 },
    valid: [["a"], ["a", "b"]],
    invalid: [
      [[], "min_items"],
      [["a", "b", "c"], "max_items"],
      [["a", ""], "/1 min_length"],
      [[1, 2], "/0 type", "/1 type"],
    ],
  },
  "items that an array has no entry for": {
    schema: { type: "array", items: { type: "string" } },
    valid: [[]],
    invalid: [[new Array(1), "/0 type"]],
  },
  "items by position": {
    schema: { type: "array", prefixItems: [{ type: "string" }, { type: "number" }], items: { type: "boolean" } },
    valid: [[], ["a"], ["a", 1, true]],
    invalid: [
      [[1], "/0 type"],
      [["a", "b"], "/1 type"],
      [["a", 1, 2], "/2 type"],
    ],
  },
  "no items beyond the positions": {
    schema: { type: "array", prefixItems: [{}], items: false },
    valid: [[], [1]],
    invalid: [[[1, 2], "/1 never"]],
  },
  "nested arrays": {
    schema: { type: "array", items: { type: "array", items: { type: "integer" } } },
    valid: [[[1], []]],
    invalid: [[[[1], ["a"]], "/1/0 type"]],
  },
  "items each once": {
    schema: { type: "array", uniqueItems: true },
    valid: [
      [],
      [1, "1", true, null, [1], { a: 1 }],
      [
        { a: 1, b: 2 },
        { a: 1, b: 3 },
      ],
    ],
    invalid: [
      [[1, 1.0], "unique_items"],
      [[0, -0], "unique_items"],
      [
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
        "unique_items",
      ],
      [[...Array.from({ length: 50 }, (_, i) => ({ i })), { i: 7 }], "unique_items"],
      [[...Array.from({ length: 50 }, (_, i) => `${i}`), "7"], "unique_items"],
    ],
  },
  "items of a kind, counted": {
    schema: { type: "array", contains: { type: "string" }, minContains: 2, maxContains: 3 },
    valid: [
      ["a", 1, "b"],
      ["a", "b", "c"],
    ],
    invalid: [
      [["a", 1], "min_contains"],
      [["a", "b", "c", "d"], "max_contains"],
    ],
  },
  "at least one item of a kind": {
    schema: { contains: { type: "string" } },
    valid: [["a"], "no array"],
    invalid: [
      [[], "contains"],
      [[1], "contains"],
    ],
  },
  "a kind of items that may be absent": {
    schema: { type: "array", contains: { type: "string" }, minContains: 0, maxContains: 1 },
    valid: [[], ["a"]],
    invalid: [[["a", "b"], "max_contains"]],
  },
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
  "names that are no identifiers": {
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
    valid: [{}, { returnUrl: "x" }],
    invalid: [
      [{ return_url: "x" }, "/return_url unknown_property"],
      [JSON.parse('{"__proto__": 1}'), "/__proto__ unknown_property"],
      [{ constructor: 1 }, "/constructor unknown_property"],
    ],
  },
  "other properties": {
    schema: object({ a: {} }, { additionalProperties: { type: "integer" } }),
    valid: [{ a: "x", b: 1 }],
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
    valid: [{ known: 1, "x-a": "a", "x-n": "ab" }],
    invalid: [
      [{ "x-a": 1 }, "/x-a type"],
      [{ "x-n": "a" }, "/x-n min_length"],
      [{ y: 1 }, "/y unknown_property"],
    ],
  },
  "names of properties": {
    schema: { type: "object", propertyNames: { maxLength: 3, pattern: "^[a-z]*$" } },
    valid: [{ abc: 1 }],
    invalid: [[{ abcd: 1, A: 1 }, "/abcd property_name", "/A property_name"]],
  },
  "numbers of properties": {
    schema: { type: "object", minProperties: 1, maxProperties: 2 },
    valid: [{ a: 1 }],
    invalid: [
      [{}, "min_properties"],
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
  "all of several": {
    schema: { allOf: [{ properties: { a: { type: "string" } } }, { required: ["b"] }, { maxProperties: 2 }] },
    valid: [{ b: 1 }, 1],
    invalid: [
      [{ a: 1 }, "/a type", "/b required"],
      [{ a: "x", b: 1, c: 1 }, "max_properties"],
    ],
  },
  "any of several kinds": {
    schema: {
      anyOf: [{ type: "string", minLength: 2 }, { type: "null" }, { type: "array", items: { type: "string" } }],
    },
    valid: ["ab", null, ["a"]],
    invalid: [
      ["a", "min_length"],
      [1, "type"],
      [[1], "/0 type"],
    ],
  },
  "any of several that nothing tells apart": {
    schema: {
      anyOf: [
        { type: "integer", maximum: 1 },
        { type: "integer", minimum: 5 },
      ],
    },
    valid: [1, 5],
    invalid: [
      [3, "any_of"],
      ["x", "any_of"],
    ],
  },
  "the branch that comes closest": {
    schema: {
      anyOf: [
        { type: "array", items: { enum: ["payment.completed", "payment.failed"] } },
        { type: "array", items: { const: "*" }, maxItems: 1 },
      ],
    },
    valid: [["*"], ["payment.failed", "payment.completed"]],
    invalid: [
      [["payment.complete"], "/0 enum"],
      [["payment.failed", "*"], "/1 enum"],
      [1, "any_of"],
    ],
  },
  "exactly one of several": {
    schema: {
      oneOf: [
        { type: "integer", multipleOf: 3 },
        { type: "integer", multipleOf: 5 },
      ],
    },
    valid: [3, 5],
    invalid: [
      [15, "one_of"],
      [1, "one_of"],
    ],
  },
  "exactly one, told by the kind": {
    schema: { oneOf: [object({ a: { type: "string" } }, { required: ["a"] }), { type: "null" }] },
    valid: [{ a: "x" }, null],
    invalid: [
      [{}, "/a required"],
      ["x", "type"],
    ],
  },
  "not one": {
    schema: { not: { type: "string", maxLength: 2 } },
    valid: ["abc", 1],
    invalid: [["ab", "not"]],
  },
  "if, then and else": {
    schema: {
      if: { properties: { kind: { const: "card" } }, required: ["kind"] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
      then: { required: ["number"] },
      else: { required: ["iban"] },
    },
    valid: [
      { kind: "card", number: 1 },
      { kind: "bank", iban: 1 },
    ],
    invalid: [
      [{ kind: "card" }, "/number required"],
      [{}, "/iban required"],
    ],
  },
  "a text with all that quoting can break": {
    schema: object({ [awkward]: { const: `${awkward}</script>` } }, { required: [awkward] }),
    valid: [{ [awkward]: `${awkward}</script>` }],
    invalid: [[{ [awkward]: "" }, `/${awkward.replace("/", "~1")} const`]],
  },
};

/** What the schema of a case is called when all are compiled together. */
export function keywordName(name: string): string {
  return `Case${Object.keys(keywordCases).indexOf(name)}`;
}

/** The schemas of all cases. */
export const keywordSchemas = Object.fromEntries(
  Object.entries(keywordCases).map(([name, { schema }]) => [keywordName(name), schema]),
);
