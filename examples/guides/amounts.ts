/** The decimals of each currency that does not have two, from ISO 4217. */
const decimals: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ").map((c) => [c, 0]),
  ),
  ...Object.fromEntries("BHD IQD JOD KWD LYD OMR TND".split(" ").map((c) => [c, 3])),
  ...Object.fromEntries("CLF UYW".split(" ").map((c) => [c, 4])),
};

/**
 * Converts a decimal text to the minor unit: "19.99" and "EUR" to 1999. It moves the point in the text, because numbers are
 * not exact: 19.99 * 100 is 1998.9999999999998.
 */
export function toMinorUnit(text: string, currency: string): number {
  const places = decimals[currency] ?? 2;
  const [, whole, fraction = ""] = /^(\d{1,12})(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined || fraction.length > places) {
    throw new RangeError(`${JSON.stringify(text)} is not an amount in ${currency}, which has ${places} decimals.`);
  }
  return Number(whole + fraction.padEnd(places, "0"));
}

/** Converts an amount in the minor unit to a decimal text: 1999 and "EUR" to "19.99". */
export function fromMinorUnit(amount: number, currency: string): string {
  const places = decimals[currency] ?? 2;
  const digits = String(Math.abs(amount)).padStart(places + 1, "0");
  const point = digits.length - places;
  return `${amount < 0 ? "-" : ""}${digits.slice(0, point)}${places > 0 ? `.${digits.slice(point)}` : ""}`;
}
