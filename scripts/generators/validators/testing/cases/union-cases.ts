import { type KeywordCase, object } from "./keyword-case.ts";

const awkward = `"\`$\{1}\\\u2028*/`;

/** Schemas put together of others. */
export const unionCases: Readonly<Record<string, KeywordCase>> = {
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
  "any of one kind alone": {
    schema: { anyOf: [{ oneOf: [{ type: "null" }] }] },
    valid: [null],
    invalid: [
      [0, "type"],
      [{}, "type"],
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
  "exactly one, discriminated by the kind": {
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
