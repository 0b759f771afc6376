import type { Schema } from "../../model.ts";
import type { Context } from "./context.ts";

/** The function that finds duplicates: texts are compared without a look inside. */
export function duplicatesOf(context: Context, items: Schema | undefined): string {
  const named = items?.ref === undefined ? undefined : context.api.schemas.get(items.ref)?.schema;
  const isText = [items, named].some((schema) => schema?.types?.length === 1 && schema.types[0] === "string");
  return context.runtime(isText ? "hasDuplicateTexts" : "hasDuplicates");
}
