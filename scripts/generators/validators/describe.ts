import type { Schema } from "../../model.ts";
import { counted } from "./reports.ts";

/** What a schema asks of a property's name, in words. */
export function describeName({ minLength = 0, maxLength, pattern, enum: values }: Schema): string {
  const parts: string[] = [];
  if (minLength > 0) parts.push(`at least ${counted(minLength, "character")} long`);
  if (maxLength !== undefined) parts.push(`at most ${counted(maxLength, "character")} long`);
  if (pattern !== undefined) parts.push(`text that matches ${pattern}`);
  if (values !== undefined)
    parts.push(
      `one of ${values
        .slice(0, 20)
        .map((value) => JSON.stringify(value))
        .join(", ")}`,
    );
  return parts.length === 0 ? "an allowed one" : parts.join(" and ");
}
