import { describe, expect, it } from "vitest";
import { fromMinorUnit, toMinorUnit } from "./amounts.ts";

describe("an amount", () => {
  it.each([
    ["10.00", "EUR", 1000],
    ["19.99", "EUR", 1999],
    ["1.15", "USD", 115],
    ["1000", "JPY", 1000],
    ["1500", "ISK", 1500],
    ["50000", "KRW", 50000],
    ["20000", "UGX", 20000],
    ["1.234", "KWD", 1234],
    ["0.005", "BHD", 5],
    ["1.0000", "CLF", 10000],
    ["999999999999", "JPY", 999999999999],
    ["0.00", "EUR", 0],
  ])("of %s %s is %i in the minor unit, and back", (text, currency, amount) => {
    expect(toMinorUnit(text, currency)).toBe(amount);
    expect(fromMinorUnit(amount, currency)).toBe(text);
  });

  it.each([
    ["5", "EUR", 500],
    ["5.5", "EUR", 550],
    ["5", "KWD", 5000],
  ])("of %s %s may leave out zeros", (text, currency, amount) => {
    expect(toMinorUnit(text, currency)).toBe(amount);
  });

  it("is exact where multiplication is not", () => {
    expect(19.99 * 100).not.toBe(1999);
    for (let cents = 0; cents < 100_000; cents += 7) {
      expect(toMinorUnit(fromMinorUnit(cents, "EUR"), "EUR")).toBe(cents);
    }
  });

  it.each([
    ["10.001", "EUR"],
    ["10.5", "JPY"],
    ["1.2345", "KWD"],
    ["10,00", "EUR"],
    ["1e3", "EUR"],
    ["-1.00", "EUR"],
    ["", "EUR"],
    [" 1", "EUR"],
    [".5", "EUR"],
  ])("of %j in %s is rejected, not rounded", (text, currency) => {
    expect(() => toMinorUnit(text, currency)).toThrow(RangeError);
  });

  it("of a settlement may be negative", () => {
    expect([fromMinorUnit(-34, "EUR"), fromMinorUnit(-5, "JPY"), fromMinorUnit(-1, "KWD")]).toEqual([
      "-0.34",
      "-5",
      "-0.001",
    ]);
  });

  it("has the decimals of every currency that Intl knows to have no minor unit in ISO 4217", () => {
    for (const currency of ["JPY", "KRW", "CLP", "VND", "XAF", "ISK", "UGX"]) {
      const { maximumFractionDigits } = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
      expect([currency, fromMinorUnit(7, currency)]).toEqual([currency, "7"]);
      expect(maximumFractionDigits).toBe(0);
    }
  });
});
