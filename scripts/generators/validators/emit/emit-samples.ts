/** The samples of doc comments: each calls the export it documents, with a value that the spec itself shows. */
import { literal, literalInLines, literalKey, stringLiteral } from "../../../emit/literal.ts";
import type { Json } from "../../../model.ts";
import type { ParameterSchema } from "../../request-schemas.ts";
import { defaultsOf } from "../requests/parameter-rules.ts";

/** Of `isX` and `validateX`: a value, where one is known. The shortest says the most for the place that it takes. */
export function samplesOf(suffix: string, values: readonly Json[] = []): { guard: string; validate: string } {
  const texts = values.map((value) => literalInLines(value));
  const [shortest = "value"] = texts.sort((one, other) => one.length - other.length);
  // A sample of many lines is shown once.
  const value = shortest.includes("\n") ? "value" : shortest;
  return {
    guard: `is${suffix}(${shortest}); // true`,
    validate: `const result = validate${suffix}(${value});\nif (!result.ok) console.error(result.issues);`,
  };
}

/** Of a parser of parameters and of what it gives: the parameters that are required, or else the first one. */
export function parserSamples(suffix: string, { part, parameters }: ParameterSchema): { type: string; parse: string } {
  const required = parameters.filter((parameter) => parameter.required);
  const shown = (required.length > 0 ? required : parameters.slice(0, 1)).flatMap((parameter) => {
    const value = parameter.example ?? parameter.schema.default;
    return value === undefined ? [] : [[parameter.name, value] as const];
  });
  const values: [string, Json][] = [...new Map([...Object.entries(defaultsOf(parameters)), ...shown])];
  const texts = shown.map(([name, value]): [string, string] => [name, asText(value)]);
  const query = new URLSearchParams(texts).toString();
  const input = part === "query" ? `new URLSearchParams(${stringLiteral(query)})` : emitMembers(texts);
  return {
    type: `const ${part === "header" ? "headers" : part}: ${suffix} = ${emitMembers(values)};`,
    parse: `const result = parse${suffix}(${input});\nif (result.ok) result.value; // ${emitMembers(values)}`,
  };
}

function asText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function emitMembers(members: readonly (readonly [string, Json])[]): string {
  const texts = members.map(([name, value]) => `${literalKey(name)}: ${literal(value)}`);
  return texts.length === 0 ? "{}" : `{ ${texts.join(", ")} }`;
}
