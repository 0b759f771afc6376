import { isDeepStrictEqual } from "node:util";
import type { Json, Schema } from "../../model.ts";
import { change, type Pair, type SchemaChange, showAll } from "./schema-change.ts";

/** Compares the values that `enum` or `const` lists: a const is an enum of one value. */
export function* compareEnum(pair: Pair): Generator<SchemaChange> {
  const [before, after] = [valuesOf(pair.before), valuesOf(pair.after)];
  if (before === undefined && after === undefined) return;
  const keyword = pair.after.enum === undefined && pair.after.const !== undefined ? "const" : "enum";
  if (before === undefined) {
    const what = `now accepts only ${showAll(after ?? [])}`;
    yield change(pair, { keyword, kind: "added", effect: "narrowed", what });
  } else if (after === undefined) {
    const what = `no longer lists values (it listed ${showAll(before)})`;
    const removed = pair.before.enum === undefined ? "const" : "enum";
    yield change(pair, { keyword: removed, kind: "removed", effect: "widened", what });
  } else {
    const gained = after.filter((value) => !includes(before, value));
    const lost = before.filter((value) => !includes(after, value));
    const part = "value";
    if (gained.length > 0)
      yield change(pair, { keyword, kind: "added", part, effect: "widened", what: `gained ${showAll(gained)}` });
    if (lost.length > 0)
      yield change(pair, { keyword, kind: "removed", part, effect: "narrowed", what: `lost ${showAll(lost)}` });
  }
}

function valuesOf({ enum: values, const: constant }: Schema): readonly Json[] | undefined {
  return constant === undefined ? values : [constant.value];
}

function includes(values: readonly Json[], wanted: Json): boolean {
  return values.some((value) => isDeepStrictEqual(value, wanted));
}
