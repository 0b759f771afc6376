import { describe, expect, it } from "vitest";
import { type Kind, kindOf } from "./kinds.ts";
import { rankPages } from "./rank-pages.ts";
import { toTerms } from "./search-terms.ts";

describe("a query", () => {
  it.each([
    ["How do I refund a customer?", ["refund", "customer"]],
    ["  JPY, decimals ", ["jpy", "decimals"]],
    ["already_captured", ["already_captured"]],
    ["payment.completed.", ["payment.completed"]],
    ["/v1/payments", ["v1/payments"]],
    ["refund refund", ["refund"]],
  ])("%j has the terms %j", (query, terms) => {
    expect(toTerms(query)).toEqual(terms);
  });

  it.each([
    ["chargebacks", ["dispute"]],
    ["void a payment", ["cancel", "payment"]],
    ["constructor", ["constructor"]],
  ])("%j is told in this API's words: %j", (query, terms) => {
    expect(toTerms(query)).toEqual(terms);
  });

  it("of question words alone is still a query", () => {
    expect(toTerms("what is this")).toEqual(["what", "is", "this"]);
  });

  it.each(["", "   ", "?!"])("%j has no terms", (query) => {
    expect(toTerms(query)).toEqual([]);
  });
});

describe("a ranking", () => {
  const kinds = new Map<string, Kind>([
    ["guide", "Guide"],
    ["error", "Error"],
    ["schema", "Schema"],
  ]);
  const rank = (matches: Record<string, Record<string, number>>): readonly string[] =>
    rankPages(
      new Map(
        Object.entries(matches).map(([term, scores]) => [
          term,
          Object.entries(scores).map(([id, score]) => ({ id, score })),
        ]),
      ),
      kinds,
    ).map(({ id }) => id);

  it("puts a guide before an error, and an error before a schema", () => {
    expect(rank({ refund: { schema: 3, error: 3, guide: 3 } })).toEqual(["guide", "error", "schema"]);
  });

  it("puts a page that fits much better first, whatever its kind", () => {
    expect(rank({ already_captured: { guide: 1, error: 9 } })).toEqual(["error", "guide"]);
  });

  it("counts a rare term for more than one that every page has", () => {
    expect(rank({ api: { guide: 5, error: 5, schema: 5 }, python: { error: 5 } })[0]).toBe("error");
  });

  it("does not ask for every term", () => {
    expect(rank({ jest: {}, testing: { guide: 2 } })).toEqual(["guide"]);
  });
});

it.each([
  ["", "Guide"],
  ["guides/refunds", "Guide"],
  ["guides/deliver-webhooks", "Server"],
  ["guides/deployment", "More"],
  ["changelog", "More"],
  ["errors/already_captured", "Error"],
  ["reference", "Reference"],
  ["reference/payments/create-payment", "Reference"],
  ["reference/events/payment-completed", "Event"],
  ["reference/schemas/payment", "Schema"],
])("the page %j is of the kind %s", (path, kind) => {
  expect(kindOf(path)).toBe(kind);
});
