/** Turns what the engine found wrong into the one refusal that the API's error body has room for. */
import type { CheckedRequest, MockOperation, Violation } from "./engine.ts";
import { quote, Refusal, type RefusalCode } from "./refusal.ts";

interface Problem {
  readonly code: RefusalCode;
  readonly param: string;
  readonly message: string;
}

const shown = 4;

/** The refusal of a request with violations: the most telling one first, then what else is wrong. */
export function explain(operation: MockOperation, request: CheckedRequest, violations: readonly Violation[]): Refusal {
  const problems = violations.map((violation) => explainOne(operation, request, violation));
  // A misspelt property is also a missing one: the misspelling is the cause, so it comes first.
  problems.sort((a, b) => rank(a) - rank(b));
  const [first] = problems;
  if (first === undefined) return new Refusal("parameter_invalid", "The request is invalid.");
  const unique = [...new Set(problems.map((problem) => problem.message))];
  const rest = unique.length > shown ? ` And ${unique.length - shown} more problems.` : "";
  const message = `${unique.slice(0, shown).join(" ")}${rest}`;
  return new Refusal(first.code, message, first.param === "" ? undefined : first.param);
}

function rank({ code }: Problem): number {
  return code === "parameter_unknown" ? 0 : 1;
}

function explainOne(operation: MockOperation, request: CheckedRequest, violation: Violation): Problem {
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

/** The engine lower-cases the names of parameters; a reader looks for the name that was documented. */
function respell(operation: MockOperation, [place = "body", name, ...rest]: readonly string[]): string[] {
  if (name === undefined) return [place];
  if (place !== "query" && place !== "path" && place !== "header") return [place, name, ...rest];
  const declared = (operation.request?.[place === "header" ? "headers" : place] ?? []).map((one) => one.name);
  return [place, declared.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name, ...rest];
}

/** The engine's words, without its own naming of the place. */
function describe({ path: [place = "body", ...names], message }: Violation): string {
  const kind = place === "body" ? "property" : "parameter";
  const raw = names.map((name) => name.replaceAll("~", "~0").replaceAll("/", "~1")).join(".");
  const prefix = `Request ${place} ${names.length > 0 ? `${kind} ${raw.trim()} ` : ""}`;
  const words = message.startsWith(prefix) ? message.slice(prefix.length) : `is invalid: ${message}`;
  return words.slice(0, 300).replace("must be >= ", "must be at least ").replace("must be <= ", "must be at most ");
}

/** The value that was sent, where it is short enough to help. */
function describeValue(request: CheckedRequest, [place, ...names]: readonly string[]): string {
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

/** Names that differ in case and underscores only: with mixed conventions, the likeliest mistake there is. */
function findLikely(name: string, known: readonly string[]): string | undefined {
  const plain = (text: string): string => text.replaceAll(/[_-]/g, "").toLowerCase();
  return known.find((one) => plain(one) === plain(name));
}
