import type { Schema } from "../../model.ts";
import type { Context } from "./context.ts";
import { plainReference } from "./keywords.ts";
import { isPlain, type Scalar, scalarOf } from "./scalar.ts";

/**
 * What a schema is as a scalar, also where it refers to one that is no more than a constant or a type: a call of
 * another module would be longer than the comparison.
 */
export function scalarHere(context: Context, schema: Schema): Scalar | undefined {
  if (schema.sensitive) return undefined;
  const scalar = scalarOf(schema, context.reading);
  if (scalar !== undefined) return scalar;
  const target = plainReference(schema);
  const named = target === undefined ? undefined : context.api.schemas.get(target)?.schema;
  if (named === undefined || named.sensitive) return undefined;
  const other = scalarOf(named, context.reading);
  return other !== undefined && (isPlain(other) || other.kind === "constant") ? other : undefined;
}
