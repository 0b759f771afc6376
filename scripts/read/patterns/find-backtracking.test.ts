import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSpec } from "../document/load-spec.ts";
import { buildModel } from "../model/build-model.ts";
import { findBacktracking } from "./find-backtracking.ts";

describe("finds a pattern that can take exponential time", () => {
  it.each([
    "^(a+)+$",
    "(a|a)*b",
    "^(\\w+\\s?)*$",
    "^(a*)*$",
    "^(a*b*)*$",
    "^(x(a?|b?))*c$",
    "^(a|b|ab)*c$",
    "^(a{1,30}){1,30}$",
    "^(?:a+b|a)*$",
    "^(?<word>[^\\W_]+|\\d)*!$",
    "^([\\u{1F600}-\\u{1F64F}]|😀)*$",
  ])("%s", (pattern) => {
    expect(findBacktracking(pattern)).toMatch(/^can match one text in several ways/);
  });
});

describe("finds a pattern that can take polynomial time", () => {
  it.each([
    ["\\s+$", "the search for where it matches"],
    ["[a-z]+@", "the search for where it matches"],
    ["^a+a+$", "the loop of a"],
    ["^.+@.+$", "the loop of ."],
    ["^a*?,?a*?$", "the loop of a"],
    ["^[^a]*[^b]*$", "the loop of [^a]"],
    ["^\\t+\\x09+$", "the loop of \\t"],
    ["^a{2,9}b?[ab]{2,}$", "the loop of a"],
  ])("%s", (pattern, first) => {
    expect(findBacktracking(pattern)).toMatch(`can divide one text in many ways between ${first} and the loop of`);
  });
});

describe("reports a pattern that it cannot analyze", () => {
  it.each([
    ["^(?!x)a$", "has a lookaround, (?!"],
    ["^(?<=x)a$", "has a lookaround, (?<="],
    ["^(a)\\1$", "has a back-reference to a group"],
    ["^(?<a>a)\\k<a>$", "has a back-reference to a group"],
    ["^(a{999}){9}$", "is longer than 1000 characters"],
  ])("%s", (pattern, reason) => {
    expect(findBacktracking(pattern)).toBe(reason);
  });

  it("counts a Unicode property as all characters", () => {
    expect(findBacktracking("^\\p{L}+$")).toBeUndefined();
    expect(findBacktracking("^\\p{L}+\\d+$")).toMatch("can divide one text");
  });
});

describe("accepts a pattern that matches each text in one way", () => {
  it.each([
    "",
    "^pay_[A-Za-z0-9]+$",
    "^v1=[0-9a-f]{64}(,v1=[0-9a-f]{64})*$",
    "^https?://[^\\s]+$",
    "^\\S(.*\\S)?$",
    "^a+b+a+$",
    "^(a|ab)*c$",
    "^(a?)*$",
    "^(foo|bar)+$",
    "^([a-z]+\\.)+[a-z]+$",
    "^(\\d{1,3}\\.){3}\\d{1,3}$",
    "^[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}$",
    "^[\\w.+-]+@[\\w-]+\\.[\\w.-]+$",
    "^[)(\\]|*]+\\/\\cJ\\B$",
  ])("%s", (pattern) => {
    expect(findBacktracking(pattern)).toBeUndefined();
  });

  it("accepts one that is searched for and has matched before its last loop", () => {
    expect(findBacktracking("[a-z]+")).toBeUndefined();
    expect(findBacktracking("x|[a-z]{2,}")).toBeUndefined();
  });
});

describe("rejects a specification with such a pattern", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vinr-patterns-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const lines = (schema: string) => `openapi: 3.1.1
info: { title: T, version: "1" }
paths: {}
components:
  schemas:
    Name:
${schema}`;

  it.each([
    ["pattern", '      pattern: "^(a+)+$"', 7],
    ["patternProperties", '      patternProperties:\n        "^(a+)+$": {}', 8],
    ["propertyNames", '      propertyNames:\n        pattern: "^(a+)+$"', 8],
  ])("with the line of %s and a hint", async (keyword, schema, line) => {
    const file = join(folder, `${keyword}.yaml`);
    await writeFile(file, lines(schema));
    const spec = await loadSpec(file);
    const start = `${file}:${line}  /components/schemas/Name/${keyword}`;
    expect(() => buildModel(spec)).toThrow(start);
    expect(() => buildModel(spec)).toThrow("the pattern ^(a+)+$ can match one text in several ways");
    expect(() => buildModel(spec)).toThrow("→ start it with ^");
  });
});
