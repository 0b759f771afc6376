/** Turns the violations of a request into the one error that the API's error body has room for. */
import { ApiError, type ErrorCode, quote } from "./api-error.ts";
import type { Violation } from "./violation.ts";

interface Problem {
  readonly code: ErrorCode;
  readonly param: string;
  readonly message: string;
}

const shown = 4;

/** The error for a request with violations: first the likeliest cause, then the others. */
export function explain(violations: readonly Violation[]): ApiError {
  const problems = violations.map(explainOne);
  // A misspelt property is also a missing one: the misspelling is the cause, so it comes first.
  problems.sort((a, b) => rank(a) - rank(b));
  const [first] = problems;
  if (first === undefined) return new ApiError("parameter_invalid", "The request is invalid.");
  const unique = [...new Set(problems.map((problem) => problem.message))];
  const rest = unique.length > shown ? ` And ${unique.length - shown} more problems.` : "";
  const message = `${unique.slice(0, shown).join(" ")}${rest}`;
  return new ApiError(first.code, message, first.param === "" ? undefined : first.param);
}

function rank({ code }: Problem): number {
  return code === "parameter_unknown" ? 0 : 1;
}

function explainOne(violation: Violation): Problem {
  const [place = "body", ...names] = violation.path;
  const where = place === "body" ? "" : ` in the ${place}`;
  if (violation.keyword === "missing") {
    const param = [...names, violation.name].join(".");
    return { code: "parameter_missing", param, message: `${param} is required${where}.` };
  }
  if (violation.keyword === "unknown") return explainUnknown(violation, names);
  const param = names.join(".");
  const what = param === "" ? "The body" : `${param.slice(0, 100)}${where}`;
  const message = `${what} ${describe(violation)}${describeValue(violation)}.`;
  return { code: violation.keyword === "exclusive" ? "parameters_exclusive" : "parameter_invalid", param, message };
}

function explainUnknown({ path, name = "", known = [] }: Violation, names: readonly string[]): Problem {
  const code = "parameter_unknown";
  const param = [...names, name].join(".");
  if (path[0] === "query" && names.length === 0) {
    const hint = known.length === 0 ? "This operation takes none." : `Known are ${known.join(", ")}.`;
    return { code, param, message: `${quote(param)} is not a query parameter. ${hint}` };
  }
  const meant = findLikely(name, known);
  const hint = meant === undefined ? "." : `; did you mean ${[...names, meant].join(".")}?`;
  return { code, param, message: `${param.slice(0, 100)} is not a known property${hint}` };
}

function describe({ message }: Violation): string {
  const words = message.startsWith("must ") ? message : `is invalid: ${message}`;
  return words.slice(0, 300).replace("must be >= ", "must be at least ").replace("must be <= ", "must be at most ");
}

/** The value that was sent, if it is a scalar. */
function describeValue({ value }: Violation): string {
  if (typeof value === "string") return `, got ${quote(value)}`;
  return typeof value === "number" || typeof value === "boolean" || value === null ? `, got ${value}` : "";
}

/** A known name that differs only in case and underscores, which is the likeliest mistake with mixed conventions. */
function findLikely(name: string, known: readonly string[]): string | undefined {
  const plain = (text: string): string => text.replaceAll(/[_-]/g, "").toLowerCase();
  return known.find((one) => plain(one) === plain(name));
}
