/**
 * The official JSON Schema Test Suite, draft 2020-12, as of its commit 47958f82 (April 2023). No package of npm holds
 * it. Where it is not on the machine either, that is said: CONTRIBUTING tells how to get it.
 */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FORMATS, UNCHECKED } from "./formats.ts";
import { judge, readGroups, SUITE } from "./testing/suite.ts";

if (SUITE === undefined) {
  console.warn("\nWARNING: the JSON Schema Test Suite was not run. Name its folder in JSON_SCHEMA_TEST_SUITE.\n");
}

/** Why schemas of the suite are rejected, and how many. Each rejection names its place. */
const REJECTED = {
  // Keywords that are not supported.
  "unsupported keyword unevaluatedProperties": 38,
  "unsupported keyword unevaluatedItems": 24,
  "unsupported keyword contentSchema": 1,
  // References by anything but a JSON pointer into the same document, which `$id` and other dialects are part of.
  "unsupported keyword $id": 43,
  "$ref is not a local JSON pointer": 20,
  "unsupported dialect": 1,
  // A keyword that JSON Schema does not know is a slip of the pen sooner than a note.
  "unsupported keyword array_of_schemas": 1,
  // Contradictions, which JSON Schema allows.
  "default [] is not of type integer": 1,
  'default "bad" breaks its own minLength': 1,
  "default 5 breaks its own maximum": 1,
  "minContains 3 is greater than maxContains 1": 1,
  // A pattern that can take quadratic time: f, and then f again and again.
  "the pattern f.*o can divide one text in many ways between the search for where it matches and the loop of .": 1,
  // Formats without a check: to pass over them would be silence.
  ...Object.fromEntries([...UNCHECKED].map((format) => [`the format ${JSON.stringify(format)} has no check`, 1])),
};

describe.skipIf(SUITE === undefined)("the official suite of draft 2020-12", () => {
  it("is passed throughout, except for schemas that are rejected", async () => {
    expect(await judge(readGroups(SUITE ?? ""))).toEqual({ compiled: 207, passed: 769, wrong: [], rejected: REJECTED });
  });

  it("is passed on every format that is checked", async () => {
    const groups = readGroups(join(SUITE ?? "", "optional/format"), [...FORMATS.keys()]);
    expect(await judge(groups)).toEqual({ compiled: 9, passed: 259, wrong: [], rejected: {} });
  });
});
