import type { NamedSchema, Schema } from "../../model.ts";
import { KEYWORDS } from "./keywords.ts";
import { change, isSame, type Pair, type SchemaChange } from "./schema-change.ts";
import { findNullability } from "./unions.ts";

type Schemas = ReadonlyMap<string, NamedSchema>;

/** The named schemas of both versions, to which references lead. */
export interface SchemaVersions {
  readonly before: Schemas;
  readonly after: Schemas;
}

/**
 * All differences between two versions of a schema, keyword by keyword. A named schema that both versions refer to is not
 * entered: it is compared once, for itself.
 */
export function compareSchemas(before: Schema, after: Schema, versions: SchemaVersions): SchemaChange[] {
  const visited = new Set<string>();

  function* compare(before: Schema, after: Schema, path: readonly string[]): Generator<SchemaChange> {
    if (isSame(before, after)) return;
    const pair: Pair = { before, after, path };
    const whole = compareWhole(pair);
    if (whole !== undefined) yield whole;
    else if (before.ref !== after.ref) yield* compareReferences(pair);
    else for (const compareKeyword of Object.values(KEYWORDS)) yield* compareKeyword(pair, compare);
  }

  /** A reference that moved is compared by what it leads to; beside other keywords, its effect is not certain. */
  function* compareReferences(pair: Pair): Generator<SchemaChange> {
    const key = `${pair.before.ref} ${pair.after.ref} ${pair.before.place.pointer} ${pair.after.place.pointer}`;
    if (visited.has(key)) return;
    visited.add(key);
    const [old, now] = [follow(pair.before, versions.before), follow(pair.after, versions.after)];
    if (old !== undefined && now !== undefined) yield* compare(old, now, pair.path);
    else
      yield change(pair, {
        keyword: "$ref",
        kind: "modified",
        effect: "changed",
        what: "now refers to another schema",
      });
  }

  return [...compare(before, after, [])];
}

/** A change that concerns the schema as a whole, of which its keywords tell nothing true. */
function compareWhole(pair: Pair): SchemaChange | undefined {
  const { before, after } = pair;
  if (before.never !== after.never) {
    const what = after.never ? "is now forbidden" : "is now allowed";
    return change(pair, { keyword: "false", kind: "modified", effect: after.never ? "narrowed" : "widened", what });
  }
  const nullability = findNullability(pair);
  if (nullability === undefined) return undefined;
  const what = nullability === "won" ? "may now be null" : "may no longer be null";
  return change(pair, {
    keyword: "type",
    kind: "modified",
    effect: nullability === "won" ? "widened" : "narrowed",
    what,
  });
}

/** The schema that a plain reference leads to, in the end; a schema without a reference is itself. */
function follow(schema: Schema, schemas: Schemas): Schema | undefined {
  const { ref, place: _, title: __, description: ___, examples: ____, deprecated: _____, ...rest } = schema;
  if (ref === undefined) return schema;
  const target = schemas.get(ref)?.schema;
  return Object.keys(rest).length > 0 || target === undefined ? undefined : follow(target, schemas);
}
