// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Page } from "@vinr/types";
import { explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { boolean, failText, integer, orNull } from "../../runtime/scalars.js";
import { validator } from "../../runtime/validate.js";
import { asObject, isLonger, isShorter } from "../../runtime/values.js";

const pageNextCursorPattern = /^[a-z]+_[A-Za-z0-9]+$/u;
const pageNextCursor = (value: unknown, at?: Trail): boolean => value === null || (typeof value === "string" && !isLonger(value, 64) && !isShorter(value, 3) && pageNextCursorPattern.test(value)) || failText(value, 3, 64, orNull(at), pageNextCursorPattern);
const pageTotalEstimate = (value: unknown, at?: Trail): boolean => integer(value, 0, 999999999999, at);
const pageMembers: MemberTable = { has_more: boolean, next_cursor: pageNextCursor, total_estimate: pageTotalEstimate };

/**
 * Whether a value is of type `Page`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * isPage({ has_more: false, next_cursor: null, total_estimate: 1 }); // true
 * ```
 */
export function isPage(value: unknown): value is Page {
  try {
    return checkPage(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `Page`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validatePage({ has_more: false, next_cursor: null, total_estimate: 1 });
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePage = /* @__PURE__ */ validator<Page>(checkPage, explainPage);

/** @internal */
export function checkPage(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!boolean(object.has_more)) return false;
  if (!pageNextCursor(object.next_cursor)) return false;
  if (!pageTotalEstimate(object.total_estimate)) return false;
  for (const key in object) {
    switch (key) {
      case "has_more":
      case "next_cursor":
      case "total_estimate":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainPage(value: unknown, at: Trail): boolean {
  return explainObject(value, at, pageMembers, 3, true);
}
