/**
 * `readOnly` and `writeOnly` beside `required`. OpenAPI 3.0 took such a property out of `required` in one direction. In 3.1
 * both are annotations that change nothing of what is valid, so it is demanded in both:
 * https://spec.openapis.org/oas/v3.1.1.html#validating-readonly-and-writeonly. Who writes that hardly means it.
 */
import type { Schema } from "../../model.ts";
import { join, lookUp } from "../pointer.ts";
import { partSchemas } from "../subschemas.ts";
import { type BuildContext, isRawObject, report } from "./build-context.ts";
import type { Use } from "./find-directions.ts";

type Schemas = ReadonlyMap<string, Schema>;

const RULES = {
  request: {
    keyword: "readOnly",
    why: "in OpenAPI 3.1 readOnly does not change required, so callers would have to send it",
    hint: "take it out of required, or give the request a schema of its own",
  },
  response: {
    keyword: "writeOnly",
    why: "in OpenAPI 3.1 writeOnly does not change required, so it would have to be sent back",
    hint: "take it out of required, or give the response a schema of its own",
  },
} as const;

/** Reports properties that are demanded of those who do not write them. */
export function checkAccess(uses: readonly Use[], schemas: Schemas, context: BuildContext): void {
  for (const direction of ["request", "response"] as const) {
    const visited = new Set<Schema>();
    const visit = (schema: Schema, outer: readonly Schema[]): void => {
      if (visited.has(schema)) return;
      visited.add(schema);
      const inner = gather(schema, schemas);
      const parts = [...outer, ...inner];
      checkRequired(parts, direction, schemas, context);
      for (const { anyOf = [], oneOf = [] } of inner) for (const variant of [...anyOf, ...oneOf]) visit(variant, parts);
      for (const part of inner.flatMap(partSchemas)) visit(part, []);
    };
    for (const use of uses) if (use.direction === direction) visit(use.schema, []);
  }
}

function checkRequired(
  parts: readonly Schema[],
  direction: Use["direction"],
  schemas: Schemas,
  context: BuildContext,
): void {
  const { keyword, why, hint } = RULES[direction];
  for (const { required = [], place } of parts) {
    const at = { ...context, pointer: join(place.pointer, "required") };
    for (const name of required) {
      if (!isMarked(name, keyword, parts, schemas, context)) continue;
      report(at, `the property ${name} is required and ${keyword}: ${why}`, hint);
    }
  }
}

function isMarked(
  name: string,
  keyword: "readOnly" | "writeOnly",
  parts: readonly Schema[],
  schemas: Schemas,
  { document }: BuildContext,
): boolean {
  const properties = parts.flatMap((part) => part.properties?.get(name) ?? []);
  return properties
    .flatMap((property) => gather(property, schemas))
    .some(({ place }) => {
      const raw = lookUp(document, place.pointer);
      return isRawObject(raw) && raw[keyword] === true;
    });
}

/** The schemas that a value meets all of. */
function gather(schema: Schema, schemas: Schemas, found: Schema[] = []): readonly Schema[] {
  if (found.includes(schema)) return found;
  found.push(schema);
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
  for (const part of [...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])]) gather(part, schemas, found);
  return found;
}
