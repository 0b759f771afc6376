import { describe, expect, it } from "vitest";
import { editDistance, suggest } from "./suggest.js";

const known = ["amount", "currency", "returnUrl", "created_at", "metadata", "id"];

describe("a suggestion", () => {
  it.each([
    ["return_url", "returnUrl"],
    ["RETURNURL", "returnUrl"],
    ["return-url", "returnUrl"],
    ["createdAt", "created_at"],
    ["ammount", "amount"],
    ["amuont", "amount"],
    ["curency", "currency"],
    ["metdata", "metadata"],
    ["idd", "id"],
    ["ID", "id"],
  ])("for %s is %s", (name, meant) => {
    expect(suggest(name, known)).toBe(meant);
  });

  it.each(["x", "to", "later", "money", "", "a".repeat(1e6)])("is not made for %s", (name) => {
    expect(suggest(name, known)).toBeUndefined();
  });
});

describe("the distance of two names", () => {
  it.each([
    ["", "", 0],
    ["abc", "abc", 0],
    ["abc", "acb", 1],
    ["abc", "ab", 1],
    ["abc", "xbcd", 2],
    ["kitten", "sitting", 3],
    ["abcdef", "uvwxyz", 5],
  ])("of %j and %j is %i, counted up to 5", (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
    expect(editDistance(b, a, 5)).toBe(distance);
  });
});
