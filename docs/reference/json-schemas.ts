/** JSON Schemas of everything, as files of their own; `@vinr/validators/json-schema` holds the same. */
import { jsonSchemasOf } from "../../scripts/generators/json-schemas.ts";
import type { Api, GeneratedFile } from "../../scripts/model.ts";

export function jsonSchemaFiles(api: Api): GeneratedFile[] {
  return [...jsonSchemasOf(api)].map(([name, schema]) => ({
    path: `schemas/${name}.json`,
    content: `${JSON.stringify(schema, null, 2)}\n`,
  }));
}
