/** Each named schema as a JSON Schema document of its own (draft 2020-12), with everything that it refers to. */
import type { GeneratedFile } from "../../scripts/model.ts";
import { isRaw, type Raw, record } from "./raw.ts";
import type { Description } from "./read-description.ts";

const prefix = "#/components/schemas/";

export function generateJsonSchemas({ schemas }: Description): GeneratedFile[] {
  return [...schemas].map(([name, schema]) => {
    const needed = reach(schema, schemas, new Set<string>());
    const definitions = Object.fromEntries([...needed].map((other) => [other, local(schemas.get(other))]));
    const file = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: `https://docs.vinr.com/schemas/${name}.json`,
      ...record(local(schema)),
      ...(needed.size === 0 ? {} : { $defs: definitions }),
    };
    return { path: `schemas/${name}.json`, content: `${JSON.stringify(file, null, 2)}\n` };
  });
}

/** The names that a schema refers to, and what those refer to. */
function reach(value: unknown, schemas: ReadonlyMap<string, Raw>, seen: Set<string>): Set<string> {
  if (Array.isArray(value)) for (const item of value) reach(item, schemas, seen);
  if (!isRaw(value)) return seen;
  for (const part of Object.values(value)) reach(part, schemas, seen);
  const name = typeof value.$ref === "string" ? value.$ref.slice(prefix.length) : undefined;
  if (name === undefined || seen.has(name)) return seen;
  seen.add(name);
  return reach(schemas.get(name), schemas, seen);
}

/** A copy whose references point into its own `$defs`. `discriminator` is OpenAPI's and says nothing here. */
function local(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(local);
  if (!isRaw(value)) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "discriminator" && !key.startsWith("x-"));
  return Object.fromEntries(
    kept.map(([key, part]) => [
      key,
      key === "$ref" && typeof part === "string" ? part.replace(prefix, "#/$defs/") : local(part),
    ]),
  );
}
