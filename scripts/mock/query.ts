/** The query string, read strictly: a parameter is known, stands once, and has a value of its own type. */
import type { Exclusions, MockOperation } from "./engine.ts";
import { quote, Refusal } from "./refusal.ts";
import { decodeStrictly } from "./routes.ts";

/** Reads and checks a raw query string (without its `?`). Patterns, ranges and enums are left to the engine. */
export function readQuery(operation: MockOperation, exclusions: Exclusions, raw: string): Record<string, string> {
  const declared = new Map((operation.request?.query ?? []).map((parameter) => [parameter.name, parameter]));
  const values = new Map<string, string>();
  for (const [name, value] of splitPairs(raw)) {
    const parameter = declared.get(name);
    if (parameter === undefined) throw unknown(name, [...declared.keys()]);
    if (values.has(name)) throw invalid(name, `${name} is given twice in the query; give it once.`);
    if (value === "") throw invalid(name, `${name} is empty in the query; leave it out or give it a value.`);
    checkSpelling(name, value, parameter.schema?.type);
    values.set(name, value);
  }
  for (const [name, others] of exclusions) {
    const other = values.has(name) ? others.find((one) => values.has(one)) : undefined;
    if (other === undefined) continue;
    throw new Refusal("parameters_exclusive", `${other} and ${name} exclude each other; send one of them.`, name);
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

/** The engine coerces, and would take `1e1`, `0x10` and ` 7 ` for integers. */
function checkSpelling(name: string, value: string, type: unknown): void {
  if (type === "integer" && !/^-?(?:0|[1-9]\d{0,15})$/.test(value)) {
    throw invalid(name, `${name} must be an integer in plain digits, got ${quote(value)}.`);
  }
  if (type === "boolean" && value !== "true" && value !== "false") {
    throw invalid(name, `${name} must be true or false, got ${quote(value)}.`);
  }
}

function unknown(name: string, known: readonly string[]): Refusal {
  const hint = known.length === 0 ? "This operation takes none." : `Known are ${known.join(", ")}.`;
  return new Refusal("parameter_unknown", `${quote(name)} is not a query parameter. ${hint}`, name);
}

function invalid(name: string, message: string): Refusal {
  return new Refusal("parameter_invalid", message, name);
}
