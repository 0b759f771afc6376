import { literalKey } from "../../emit/literal.ts";
import type { Schema } from "../../model.ts";
import type { Context } from "./context.ts";
import type { Property } from "./steps.ts";

/** Longer tables are written one entry a line. */
const LONGEST_TABLE = 100;

/** The name of the table of an object's members, by which it is explained: those first that are required. */
export function tableOf(context: Context, hint: string, properties: readonly Property[]): string {
  const required = properties.filter((property) => property.required);
  const entries = [...required, ...properties.filter((property) => !property.required)].map(({ name, member }) => {
    const key = literalKey(name);
    return key === member ? key : `${key}: ${member}`;
  });
  const line = entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  const text = line.length <= LONGEST_TABLE ? line : `{\n${entries.map((entry) => `  ${entry},\n`).join("")}}`;
  return context.constant(`${hint}Members`, text, context.runtime("MemberTable"));
}

/** Whether members that are not listed are refused: what VINR sends may gain some at any time. */
export function isClosed(context: Context, { additionalProperties }: Schema): boolean {
  return context.reading === "strict" && additionalProperties?.never === true;
}
