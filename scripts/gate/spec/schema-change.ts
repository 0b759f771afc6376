import { isDeepStrictEqual } from "node:util";
import type { Place, Schema } from "../../model.ts";

/**
 * How a change affects which values are valid. `narrowed`: fewer; `widened`: more; `changed`: neither is certain;
 * `documented`: the same ones.
 */
export type Effect = "changed" | "documented" | "narrowed" | "widened";

/** One keyword that differs between two versions of a schema. */
export interface SchemaChange {
  readonly keyword: string;
  readonly effect: Effect;
  readonly kind: "added" | "modified" | "removed";
  /**
   * The part of an object, enum or open union that was added or removed: readers let unknown ones pass, and rely on known
   * ones.
   */
  readonly part?: "property" | "value" | "variant";
  /** Whether what was removed had been deprecated. */
  readonly wasDeprecated?: boolean;
  /** Names from the schema's root to the value that changed; `[]` for the items of an array. */
  readonly path: readonly string[];
  /** In the new version; of what was removed, in the old one. */
  readonly place: Place;
  /** Completes a sentence that starts with the value's name: "was removed". */
  readonly what: string;
}

/** The two versions of a schema that are compared, and where. */
export interface Pair {
  readonly before: Schema;
  readonly after: Schema;
  readonly path: readonly string[];
}

/** Compares the schemas below a keyword. */
export type CompareInside = (before: Schema, after: Schema, path: readonly string[]) => Iterable<SchemaChange>;

/** Compares one keyword. Where the keyword is in neither version, it finds nothing. */
export type CompareKeyword = (pair: Pair, inside: CompareInside) => Iterable<SchemaChange>;

/** A change of one keyword. */
export function change(
  { before, after, path }: Pair,
  details: Omit<SchemaChange, "path" | "place"> & Partial<Pick<SchemaChange, "path">>,
): SchemaChange {
  const { place } = details.kind === "removed" ? before : after;
  return { path, place: { ...place, pointer: `${place.pointer}/${details.keyword}` }, ...details };
}

/** Whether a keyword was added, modified or removed; undefined where it is in neither version. */
export function kindOf(before: unknown, after: unknown): SchemaChange["kind"] | undefined {
  if (before === undefined) return after === undefined ? undefined : "added";
  return after === undefined ? "removed" : "modified";
}

/** A value as a message shows it. */
export function show(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return `\`${text.length > 80 ? `${text.slice(0, 77)}…` : text}\``;
}

export function showAll(values: readonly unknown[]): string {
  return values.map((value) => `\`${value}\``).join(", ");
}

/** A schema or a part of one without its places, so that two can be compared. */
export function withoutPlaces(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, item]) => [key, withoutPlaces(item)]);
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([key]) => key !== "place");
  return Object.fromEntries(members.map(([key, member]) => [key, withoutPlaces(member)]));
}

/** Whether two schemas, or parts of them, say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(withoutPlaces(one), withoutPlaces(other));
}
