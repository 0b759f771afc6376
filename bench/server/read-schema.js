import { readFileSync } from "node:fs";

const spec = JSON.parse(readFileSync(new URL("../.cache/openapi.json", import.meta.url)));

/** The specification without references. */
export const readSpec = () => inline(spec);

/** A named schema of the specification with all that it refers to in place, for tools that know no OpenAPI. */
export function readSchema(name) {
  return inline(spec.components.schemas[name]);
}

function inline(value) {
  if (Array.isArray(value)) return value.map(inline);
  if (typeof value !== "object" || value === null) return value;
  if (value.$ref !== undefined) {
    const target = value.$ref
      .split("/")
      .slice(1)
      .reduce((place, step) => place[step], spec);
    return inline(target);
  }
  const kept = Object.entries(value).filter(([key]) => !/^(?:x-.*|examples?)$/.test(key));
  return Object.fromEntries(kept.map(([key, member]) => [key, inline(member)]));
}
