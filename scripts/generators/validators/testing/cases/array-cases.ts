import type { KeywordCase } from "./keyword-case.ts";

/** Keywords about items. */
export const arrayCases: Readonly<Record<string, KeywordCase>> = {
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
    invalid: [[new Array(1), "/0 required"]],
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
};
