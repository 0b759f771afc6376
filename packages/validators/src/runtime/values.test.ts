import { describe, expect, it } from "vitest";
import { equals, hasDuplicates } from "./equality.js";
import { asObject, countCharacters, isLonger, isMultipleOf, own } from "./values.js";

describe("asObject", () => {
  it("gives a plain object as it is", () => {
    const [plain, bare] = [{ a: 1 }, Object.create(null)];
    expect(asObject(plain)).toBe(plain);
    expect(asObject(bare)).toEqual({});
  });

  it("gives the own members of an object that inherits others", () => {
    const object = Object.assign(Object.create({ inherited: 1 }), { a: 1 });
    expect(asObject(object)?.inherited).toBeUndefined();
    expect(asObject(object)?.a).toBe(1);
  });

  it("keeps a member called __proto__ when it copies", () => {
    const object = Object.create({});
    Object.defineProperty(object, "__proto__", { value: { a: 1 }, enumerable: true });
    const copy = asObject(object) ?? {};
    expect(own(copy, "__proto__")).toEqual({ a: 1 });
    expect(Object.getPrototypeOf(copy)).toBeNull();
  });

  it.each([null, undefined, [], "a", 1, () => {}])("gives nothing for %s", (value) => {
    expect(asObject(value)).toBeUndefined();
  });
});

describe("lengths", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["😀a😀", 3],
    ["\ud83d", 1],
    ["\ud83d\ud83d\ude00", 2],
    ["\ude00\ud83d", 2],
  ])("of %j are in characters: %i", (text, count) => {
    expect(countCharacters(text)).toBe(count);
    expect(countCharacters(text)).toBe([...text].length);
    expect([isLonger(text, count), isLonger(text, count - 1)]).toEqual([false, true]);
  });
});

describe("isMultipleOf", () => {
  it.each([
    [10, 5, true],
    [7, 5, false],
    [19.99, 0.01, true],
    [0.0075, 0.0001, true],
    [0.00751, 0.0001, false],
    [1e300, 5, true],
    [1e308, 0.5, true],
    [2 ** 53 - 1, 2, false],
    [0.30000000000000004, 0.1, false],
    [0, 0.1, true],
  ])("of %d by %d says %s", (value, step, is) => {
    expect(isMultipleOf(value, step)).toBe(is);
  });
});

describe("equality", () => {
  it.each([
    [1, 1.0, true],
    [0, -0, true],
    [1, "1", false],
    [null, undefined, false],
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, false],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [{ toString: 1 }, { toString: 1 }, true],
    [{}, JSON.parse('{"__proto__":{}}'), false],
  ])("of %j and %j is %s, in a short array and in a long one", (a, b, is) => {
    expect(equals(a, b)).toBe(is);
    expect(hasDuplicates([a, b])).toBe(is);
    const others = Array.from({ length: 20 }, (_, i) => `other ${i}`);
    expect(hasDuplicates([a, ...others, b])).toBe(is);
  });
});
