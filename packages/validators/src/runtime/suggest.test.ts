import { describe, expect, it } from "vitest";
import { isWithin, suggest, suggestText } from "./suggest.js";

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

describe("the text that was meant", () => {
  it.each([
    ["eur", /^[A-Z]{3}$/, "EUR"],
    [" EUR ", /^[A-Z]{3}$/, "EUR"],
    ["Decline", /^[a-z]+$/, "decline"],
    ["PAY_7rP", /^pay_[A-Za-z]+$/, undefined],
    ["eu", /^[A-Z]{3}$/, undefined],
    [`${"e".repeat(65)}`, /^E+$/, undefined],
  ])("of %j by %s is %s", (text, pattern, meant) => {
    expect(suggestText(text, (other) => pattern.test(other))).toBe(meant);
  });
});

describe("the edits between two names", () => {
  it.each([
    ["", "", 0],
    ["abc", "abc", 0],
    ["abc", "acb", 1],
    ["abc", "ab", 1],
    ["abc", "xbcd", 2],
    ["kitten", "sitting", 3],
    ["abcdef", "badcfe", 3],
  ])("from %j to %j are %i", (a, b, edits) => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      expect(isWithin(from, to, edits)).toBe(true);
      if (edits > 0) expect(isWithin(from, to, edits - 1)).toBe(false);
    }
  });
});
