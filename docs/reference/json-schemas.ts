/** JSON Schemas of everything, as files of their own; `@vinr/validators/json-schema` holds the same. */
import { jsonSchemasOf } from "../../scripts/generators/json-schemas.ts";
import type { Api, GeneratedFile } from "../../scripts/model.ts";
import { SpecError } from "../../scripts/read/spec-error.ts";

/**
 * @throws {SpecError} where a name cannot be that of a file; its address is a promise, and so is not changed to fit.
 */
export function jsonSchemaFiles(api: Api): GeneratedFile[] {
  return [...jsonSchemasOf(api)].map(([name, schema]) => {
    if (!/^[\w.-]+$/.test(name)) throw unusableName(name, api);
    return { path: `schemas/${name}.json`, content: `${JSON.stringify(schema, null, 2)}\n` };
  });
}

function unusableName(name: string, { schemas }: Api): SpecError {
  const place = schemas.get(name)?.schema.place ?? { pointer: "/components/schemas", line: 1 };
  const message = `${JSON.stringify(name)} cannot be the name of the schema's file`;
  return new SpecError([{ place, message, hint: "name schemas with letters, digits, dots, hyphens and underscores" }]);
}
