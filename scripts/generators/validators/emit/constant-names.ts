import type { Schema } from "../../../model.ts";
import { pascalCase, variableName } from "../../names.ts";
import { keywordsOf } from "../analyze/keywords.ts";

/**
 * Names for the constants of generated modules.
 *
 * A number or a string that is limited by bounds alone is named after its content, such as `integerFrom0To100`, since
 * several members may share it. Any other constant is named after its owner and member, and belongs to that member.
 */

/** The name of a constant by its content, or undefined if its owner names it. */
export function contentName(schema: Schema): string | undefined {
  const [type, second] = (schema.types ?? []).filter((other) => other !== "null");
  if (type === undefined || second !== undefined) return undefined;
  const orNull = schema.types?.includes("null") ? "OrNull" : "";
  if (type === "integer" || type === "number") {
    const bounds = rangeName(schema.minimum, schema.maximum, "From", "UpTo");
    return hasOnly(schema, "minimum", "maximum") && bounds !== undefined ? `${type}${bounds}${orNull}` : undefined;
  }
  if (type !== "string" || !hasOnly(schema, "minLength", "maxLength", "format")) return undefined;
  const bounds = rangeName(schema.minLength, schema.maxLength, "OfLength", "UpToLength");
  return bounds === undefined ? undefined : `${variableName(schema.format ?? "text")}${bounds}${orNull}`;
}

function hasOnly(schema: Schema, ...keywords: string[]): boolean {
  return keywordsOf(schema).every((keyword) => keyword === "types" || keywords.includes(keyword));
}

function rangeName(low: number | undefined, high: number | undefined, from: string, upTo: string): string | undefined {
  const [least, most] = [low, high].map((bound) => bound !== undefined && boundName(bound));
  if (least === undefined || most === undefined) return undefined;
  if (least === false) return most === false ? "" : `${upTo}${most}`;
  return most === false ? `${from}${least}${from === "From" ? "" : "OrMore"}` : `${from}${least}To${most}`;
}

/** A bound as part of a name; undefined where it has decimals or an exponent. */
function boundName(bound: number): string | undefined {
  if (!Number.isSafeInteger(bound)) return undefined;
  return bound < 0 ? `Minus${-bound}` : String(bound);
}

/** The name of a variant of a union: what its tags have in common, then the union's name, such as `paymentEvent`. */
export function variantName(baseName: string, tags: readonly string[], index: number): string {
  const [first = [], ...others] = tags.map((tag) => tag.match(/[A-Za-z0-9]+/g) ?? []);
  const differs = first.findIndex((word, i) => others.some((other) => other[i] !== word));
  const shared = differs < 0 ? first : first.slice(0, differs);
  const words = pascalCase(shared.join(" ")) || (tags.length <= 3 ? tags.map(pascalCase).join("Or") : "");
  return words === "" ? `${baseName}Variant${index + 1}` : variableName(`${words}${capitalize(baseName)}`);
}

/** The name of a branch of a union that no tag tells apart: by its title or schema, else by its number. */
export function branchName(baseName: string, branch: Schema, index: number): string {
  return `${baseName}${pascalCase(branch.title ?? branch.ref ?? "") || `Option${index + 1}`}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
