import type { Schema } from "../../model.ts";
import { sameValueSchemas } from "../subschemas.ts";
import type { BuildContext } from "./build-context.ts";

/** A schema that refers to itself for the same value (A → B → A) says nothing, and no checker of it would end. */
export function checkCircles(schemas: ReadonlyMap<string, Schema>, context: BuildContext): void {
  for (const [name, schema] of schemas) {
    const circle = findCircle(name, name, schemas, new Set());
    if (circle === undefined) continue;
    const message = `the schema refers only to itself: ${[name, ...circle].join(" → ")}`;
    context.report({ place: schema.place, message, hint: "break the circle, or put a property between" });
  }
}

/** The names on the way from one schema to another by references that apply to the same value. */
function findCircle(
  from: string,
  to: string,
  schemas: ReadonlyMap<string, Schema>,
  seen: Set<string>,
): string[] | undefined {
  const schema = schemas.get(from);
  if (schema === undefined || seen.has(from)) return undefined;
  seen.add(from);
  for (const next of sameValueNames(schema)) {
    if (next === to) return [to];
    const rest = findCircle(next, to, schemas, seen);
    if (rest !== undefined) return [next, ...rest];
  }
  return undefined;
}

function sameValueNames(schema: Schema): string[] {
  return [...(schema.ref === undefined ? [] : [schema.ref]), ...sameValueSchemas(schema).flatMap(sameValueNames)];
}
