import type { Schema } from "../../../model.ts";
import { type Context, emitAllOf, emitNamedCheck, emitNamedCheckOrAnything, emitPureCall } from "./context.ts";

/** Returns the check of an array. */
export function emitArray(context: Context, schema: Schema, baseName: string): string | undefined {
  return emitAllOf(context, [
    emitItems(context, schema, baseName),
    emitPrefixItems(context, schema, baseName),
    emitContains(context, schema, baseName),
  ]);
}

function emitItems(context: Context, schema: Schema, baseName: string): string {
  const { minItems = 0, maxItems = "Infinity", items, uniqueItems, prefixItems } = schema;
  return emitPureCall(
    context,
    "array",
    String(minItems),
    String(maxItems),
    (prefixItems === undefined && emitNamedCheck(context, items, `${baseName}Item`)) || "undefined",
    uniqueItems === true ? emitDuplicates(context, items) : "undefined",
  );
}

function emitPrefixItems(context: Context, { prefixItems, items }: Schema, baseName: string): string | undefined {
  if (prefixItems === undefined) return undefined;
  const first = prefixItems.map((item, i) => emitNamedCheck(context, item, `${baseName}${i}`) ?? "undefined");
  return emitPureCall(
    context,
    "prefixItems",
    `[${first.join(", ")}]`,
    emitNamedCheck(context, items, `${baseName}Item`) ?? "undefined",
  );
}

/** An open check counts items that may match towards the minimum, and items that match when closed towards the maximum. */
function emitContains(context: Context, schema: Schema, baseName: string): string | undefined {
  const { contains, minContains = 1, maxContains = "Infinity" } = schema;
  if (contains === undefined) return undefined;
  const emitItem = (here: Context) => emitNamedCheckOrAnything(here, contains, `${baseName}Contains`);
  const strictItem = context.isSameOpenOrClosed(contains) ? "undefined" : emitItem(context.closed());
  return emitPureCall(context, "contains", String(minContains), String(maxContains), emitItem(context), strictItem);
}

/** Returns the function that finds duplicates. Strings have a faster one. */
function emitDuplicates(context: Context, items: Schema | undefined): string {
  const target = items?.ref === undefined ? undefined : context.api.schemas.get(items.ref)?.schema;
  const isText = [items, target].some((schema) => schema?.types?.length === 1 && schema.types[0] === "string");
  return context.importRuntime(isText ? "hasDuplicateStrings" : "hasDuplicates");
}
