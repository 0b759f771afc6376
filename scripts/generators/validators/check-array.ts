import type { Schema } from "../../model.ts";
import { type Context, make, nameOf, nameOrAnything, together } from "./context.ts";

/** The check of an array. */
export function checkArray(context: Context, schema: Schema, baseName: string): string | undefined {
  return together(context, [
    checkItems(context, schema, baseName),
    checkPrefix(context, schema, baseName),
    checkContains(context, schema, baseName),
  ]);
}

function checkItems(context: Context, schema: Schema, baseName: string): string {
  const { minItems = 0, maxItems = "Infinity", items, uniqueItems, prefixItems } = schema;
  return make(
    context,
    "array",
    String(minItems),
    String(maxItems),
    (prefixItems === undefined && nameOf(context, items, `${baseName}Item`)) || "undefined",
    uniqueItems === true ? duplicatesOf(context, items) : "undefined",
  );
}

function checkPrefix(context: Context, { prefixItems, items }: Schema, baseName: string): string | undefined {
  if (prefixItems === undefined) return undefined;
  const first = prefixItems.map((item, i) => nameOf(context, item, `${baseName}${i}`) ?? "undefined");
  return make(
    context,
    "prefixItems",
    `[${first.join(", ")}]`,
    nameOf(context, items, `${baseName}Item`) ?? "undefined",
  );
}

/** An open reading counts what may match for the least, and what certainly matches for the most. */
function checkContains(context: Context, schema: Schema, baseName: string): string | undefined {
  const { contains, minContains = 1, maxContains = "Infinity" } = schema;
  if (contains === undefined) return undefined;
  const kind = (here: Context) => nameOrAnything(here, contains, `${baseName}Contains`);
  const surely = context.readsAlike(contains) ? "undefined" : kind(context.strictly());
  return make(context, "contains", String(minContains), String(maxContains), kind(context), surely);
}

/** The function that finds duplicates: texts are compared without a look inside. */
function duplicatesOf(context: Context, items: Schema | undefined): string {
  const target = items?.ref === undefined ? undefined : context.api.schemas.get(items.ref)?.schema;
  const isText = [items, target].some((schema) => schema?.types?.length === 1 && schema.types[0] === "string");
  return context.runtime(isText ? "hasDuplicateStrings" : "hasDuplicates");
}
