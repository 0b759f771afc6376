import type { Scalar } from "yaml";

/** The reasons why a scalar is not a JSON value that keeps its meaning, each with a hint. */
export function scalarProblems({ value, source }: Scalar): (readonly [message: string, hint: string])[] {
  if (value === "<<") return [["merge keys (<<) are not part of YAML 1.2", "write the members out"]];
  if (typeof value === "object" && value !== null) {
    return [["only JSON values are allowed here", "remove the tag, or quote it"]];
  }
  if (typeof value !== "number") return [];
  if (!Number.isFinite(value)) return [[`${value} is not a JSON number`, "write a finite number"]];
  if (source === undefined || decimal(source) === decimal(String(value))) return [];
  const message = `${shorten(source)} has more digits than a number of JavaScript holds, and would become ${value}`;
  return [[message, "write at most 15 digits, or leave it out if it only repeats a format's range"]];
}

/** A number in one notation, so that `1.50`, `15e-1` and `1.5` are the same text. */
function decimal(source: string): string {
  const text = /^0[xo]/.test(source) ? BigInt(source).toString() : source;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^([-+]?)(\d*)(?:\.(\d*))?(?:e([-+]?\d+))?$/i.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const significant = withoutZerosAtEnd(digits);
  const power = Number(exponent) - fraction.length + digits.length - significant.length;
  return significant === "" ? "0" : `${sign === "-" ? "-" : ""}${significant}e${power}`;
}

/** In one pass: an expression would begin anew at each zero in between. */
function withoutZerosAtEnd(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === "0") end--;
  return digits.slice(0, end);
}

function shorten(source: string): string {
  return source.length > 100 ? `${source.slice(0, 100)}…` : source;
}
