import type { Schema } from "../../model.ts";
import { type CompareInside, change, isSame, kindOf, type Pair, type SchemaChange } from "./schema-change.ts";

/**
 * A property that appears in an open object restricts a value that could be anything before; in a closed object it allows
 * one that was forbidden. The same, turned round, for one that goes.
 */
export function* compareProperties(pair: Pair, inside: CompareInside): Generator<SchemaChange> {
  const [before, after] = [pair.before.properties ?? new Map(), pair.after.properties ?? new Map()];
  const added = [...after.keys()].filter((name) => !before.has(name));
  const removed = [...before.keys()].filter((name) => !after.has(name));
  for (const [name, schema] of before) {
    const other = after.get(name);
    if (other !== undefined) yield* inside(schema, other, [...pair.path, name]);
  }
  const renamed = new Map<string, string>();
  for (const name of removed) {
    const alike = added.filter(
      (other) => ![...renamed.values()].includes(other) && isSame(before.get(name), after.get(other)),
    );
    if (alike.length === 1 && alike[0] !== undefined) renamed.set(name, alike[0]);
  }
  const part = "property";
  for (const name of removed) {
    const other = renamed.get(name);
    const what = other === undefined ? "was removed" : `was renamed to \`${other}\``;
    const effect = isClosed(pair.after) ? "narrowed" : "widened";
    const wasDeprecated = before.get(name)?.deprecated === true;
    const path = [...pair.path, name];
    yield change(pair, { keyword: "properties", kind: "removed", part, effect, path, what, wasDeprecated });
  }
  for (const name of added.filter((one) => ![...renamed.values()].includes(one))) {
    const effect = isClosed(pair.before) ? "widened" : "narrowed";
    const path = [...pair.path, name];
    yield change(pair, { keyword: "properties", kind: "added", part, effect, path, what: "was added" });
  }
}

export function* comparePatternProperties(pair: Pair, inside: CompareInside): Generator<SchemaChange> {
  const [before, after] = [pair.before.patternProperties, pair.after.patternProperties];
  for (const pattern of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
    const [old, now] = [before?.get(pattern), after?.get(pattern)];
    const path = [...pair.path, `(names that match ${pattern})`];
    if (old !== undefined && now !== undefined) yield* inside(old, now, path);
    else if (old === undefined) {
      const effect = isClosed(pair.before) ? "widened" : "narrowed";
      yield change(pair, {
        keyword: "patternProperties",
        kind: "added",
        effect,
        path,
        what: "now have rules of their own",
      });
    } else {
      const effect = isClosed(pair.after) ? "narrowed" : "widened";
      const what = "no longer have rules of their own";
      yield change(pair, { keyword: "patternProperties", kind: "removed", effect, path, what });
    }
  }
}

/** `additionalProperties: false` closes an object; absent, and as an empty schema, it leaves it open. */
export function* compareAdditionalProperties(pair: Pair, inside: CompareInside): Generator<SchemaChange> {
  const [before, after] = [pair.before.additionalProperties, pair.after.additionalProperties];
  const kind = kindOf(before, after);
  if (kind === undefined) return;
  if (isClosed(pair.before) !== isClosed(pair.after)) {
    const what = isClosed(pair.after) ? "no longer allows other properties" : "now allows other properties";
    const effect = isClosed(pair.after) ? "narrowed" : "widened";
    yield change(pair, { keyword: "additionalProperties", kind, effect, what });
  } else if (before !== undefined && after !== undefined) {
    yield* inside(before, after, [...pair.path, "(other properties)"]);
  } else {
    const what =
      kind === "added" ? "now has rules for its other properties" : "no longer has rules for its other properties";
    yield change(pair, {
      keyword: "additionalProperties",
      kind,
      effect: kind === "added" ? "narrowed" : "widened",
      what,
    });
  }
}

function isClosed({ additionalProperties }: Schema): boolean {
  return additionalProperties?.never === true;
}
