import { describe, expect, it } from "vitest";
import { findInJson } from "./find-in-json.ts";

const text = `{
  "amount": 0,
  "metadata": { "order \\"1\\"": "a,b}" },
  "enabled_events": [ "a", "b" ]
}`;
const found = (path: (number | string)[]): string | undefined => {
  const place = findInJson(text, path);
  return place && `${place.line}: ${text.slice(place.start, place.end)}`;
};

describe("findInJson", () => {
  it("finds a property with its name, and its line", () => {
    expect(found(["amount"])).toBe('2: "amount": 0');
    expect(found(["metadata", 'order "1"'])).toBe('3: "order \\"1\\"": "a,b}"');
  });

  it("finds an item of an array", () => expect(found(["enabled_events", 1])).toBe('4: "b"'));

  it("finds the object that lacks a property", () => {
    expect(found(["metadata", "missing"])).toBe('3: { "order \\"1\\"": "a,b}" }');
    expect(found(["returnUrl"])?.startsWith("1: {")).toBe(true);
  });

  it("finds nothing in a text that is not JSON", () => expect(findInJson("{", ["a"])).toBeUndefined());
});
