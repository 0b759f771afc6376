/** Reads the query string strictly: each parameter must be known, appear once, and have a value of its own type. */
import { ApiError, quote } from "./api-error.ts";
import type { MockOperation } from "./engine.ts";
import { decodeStrictly } from "./routes.ts";

/**
 * Reads and checks a raw query string (without its `?`). Prism checks patterns, ranges and enums.
 *
 * @param exclusions parameters by name, each with those that must not be sent together with it
 */
export function readQuery(
  operation: MockOperation,
  exclusions: ReadonlyMap<string, readonly string[]>,
  raw: string,
): Record<string, string> {
  const declared = new Map((operation.request?.query ?? []).map((parameter) => [parameter.name, parameter]));
  const values = new Map<string, string>();
  for (const [name, value] of splitPairs(raw)) {
    const parameter = declared.get(name);
    if (parameter === undefined) throw unknown(name, [...declared.keys()]);
    if (values.has(name)) throw invalid(name, `${name} appears twice in the query; send it once.`);
    if (value === "") throw invalid(name, `${name} is empty in the query; leave it out or give it a value.`);
    checkSpelling(name, value, parameter.schema?.type);
    values.set(name, value);
  }
  for (const [name, others] of exclusions) {
    const other = values.has(name) ? others.find((one) => values.has(one)) : undefined;
    if (other === undefined) continue;
    throw new ApiError("parameters_exclusive", `${other} and ${name} exclude each other; send one of them.`, name);
  }
  return Object.fromEntries(values);
}

function splitPairs(raw: string): [string, string][] {
  const pairs = raw.split("&").filter((pair) => pair !== "");
  return pairs.map((pair) => {
    const [name = "", ...rest] = pair.replaceAll("+", " ").split("=");
    return [decodeStrictly(name, "query"), decodeStrictly(rest.join("="), "query")];
  });
}

/** Prism coerces values, and would accept `1e1`, `0x10` and ` 7 ` as integers. */
function checkSpelling(name: string, value: string, type: unknown): void {
  if (type === "integer" && !/^-?(?:0|[1-9]\d{0,15})$/.test(value)) {
    throw invalid(name, `${name} must be an integer in plain digits, got ${quote(value)}.`);
  }
  if (type === "boolean" && value !== "true" && value !== "false") {
    throw invalid(name, `${name} must be true or false, got ${quote(value)}.`);
  }
}

function unknown(name: string, known: readonly string[]): ApiError {
  const hint = known.length === 0 ? "This operation takes none." : `Known are ${known.join(", ")}.`;
  return new ApiError("parameter_unknown", `${quote(name)} is not a query parameter. ${hint}`, name);
}

function invalid(name: string, message: string): ApiError {
  return new ApiError("parameter_invalid", message, name);
}
