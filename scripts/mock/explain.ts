/** Turns the violations that Prism found into the one error that the API's error body has room for. */
import { escapeSegment } from "../read/pointer.ts";
import { ApiError, type ErrorCode, quote } from "./api-error.ts";
import type { MockOperation, ParsedRequest, Violation } from "./engine.ts";

interface Problem {
  readonly code: ErrorCode;
  readonly param: string;
  readonly message: string;
}

const shown = 4;

/** The error for a request with violations: first the likeliest cause, then the others. */
export function explain(operation: MockOperation, request: ParsedRequest, violations: readonly Violation[]): ApiError {
  const problems = violations.map((violation) => explainOne(operation, request, violation));
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

function explainOne(operation: MockOperation, request: ParsedRequest, violation: Violation): Problem {
  const [place = "body", ...names] = respell(operation, violation.path);
  const where = place === "body" ? "" : ` in the ${place}`;
  const missing = nameIn(violation, /^required$/, /required property '(.*)'$/s);
  if (missing !== undefined) {
    const param = [...names, respell(operation, [place, missing])[1] ?? missing].join(".");
    return { code: "parameter_missing", param, message: `${param} is required${where}.` };
  }
  const extra = nameIn(violation, /^(?:unevaluated|additional)Properties$/, /(?:found|properties:) '(.*)'$/s);
  if (extra !== undefined) {
    const param = [...names, extra].join(".");
    const meant = findLikely(extra, propertyNames(operation, names));
    const hint = meant === undefined ? "." : `; did you mean ${[...names, meant].join(".")}?`;
    return { code: "parameter_unknown", param, message: `${param.slice(0, 100)} is not a known property${hint}` };
  }
  const param = names.join(".");
  const what = param === "" ? "The body" : `${param.slice(0, 100)}${where}`;
  const message = `${what} ${describe(violation)}${describeValue(request, violation.path)}.`;
  return { code: "parameter_invalid", param, message };
}

function nameIn({ keyword, message }: Violation, ofKeyword: RegExp, inMessage: RegExp): string | undefined {
  return ofKeyword.test(keyword) ? inMessage.exec(message)?.[1] : undefined;
}

/** Restores the documented name of a parameter, which Prism lower-cases. */
function respell(operation: MockOperation, [place = "body", name, ...rest]: readonly string[]): string[] {
  if (name === undefined) return [place];
  if (place !== "query" && place !== "path" && place !== "header") return [place, name, ...rest];
  const declared = (operation.request?.[place === "header" ? "headers" : place] ?? []).map((one) => one.name);
  return [place, declared.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name, ...rest];
}

/** Prism's message, without its own name for the place. */
function describe({ path: [place = "body", ...names], message }: Violation): string {
  const kind = place === "body" ? "property" : "parameter";
  const raw = names.map(escapeSegment).join(".");
  const prefix = `Request ${place} ${names.length > 0 ? `${kind} ${raw.trim()} ` : ""}`;
  const words = message.startsWith(prefix) ? message.slice(prefix.length) : `is invalid: ${message}`;
  return words.slice(0, 300).replace("must be >= ", "must be at least ").replace("must be <= ", "must be at most ");
}

/** The value that was sent, if it is a scalar. */
function describeValue(request: ParsedRequest, [place, ...names]: readonly string[]): string {
  if (place !== "body" || names.length === 0) return "";
  const value = names.reduce<unknown>(child, request.body);
  if (typeof value === "string") return `, got ${quote(value)}`;
  return typeof value === "number" || typeof value === "boolean" || value === null ? `, got ${value}` : "";
}

function propertyNames(operation: MockOperation, names: readonly string[]): string[] {
  const root: unknown = operation.request?.body?.contents?.[0]?.schema;
  const schema = names.reduce<unknown>((parent, name) => child(child(parent, "properties"), name), root);
  const properties = child(schema, "properties");
  return typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
}

function child(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

/** A known name that differs only in case and underscores, which is the likeliest mistake with mixed conventions. */
function findLikely(name: string, known: readonly string[]): string | undefined {
  const plain = (text: string): string => text.replaceAll(/[_-]/g, "").toLowerCase();
  return known.find((one) => plain(one) === plain(name));
}
