// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Page } from "@vinr/types";
import { type Check } from "../../runtime/issues.js";
import { noOtherProperties, object } from "../../runtime/objects.js";
import { boolean, boundedString, integer, nullable } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

const pageNextCursor = /* @__PURE__ */ nullable(/* @__PURE__ */ boundedString(3, 64, /^[a-z]+_[A-Za-z0-9]+$/u));
const pageTotalEstimate = /* @__PURE__ */ integer(0, 999999999999);

/** @internal */
export const checkPage: Check = /* @__PURE__ */ object(
  (members, context) =>
    boolean(members.has_more, context, "has_more") &&
    pageNextCursor(members.next_cursor, context, "next_cursor") &&
    pageTotalEstimate(members.total_estimate, context, "total_estimate"),
  /* @__PURE__ */ noOtherProperties("has_more", "next_cursor", "total_estimate"),
);

/**
 * Whether a value is of type `Page`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * isPage({ has_more: false, next_cursor: null, total_estimate: 1 }); // true
 * ```
 */
export function isPage(value: unknown): value is Page {
  return isValid(checkPage, value);
}

/**
 * Validates the value; returns it typed as `Page`, or its issues.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validatePage({ has_more: false, next_cursor: null, total_estimate: 1 });
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePage = /* @__PURE__ */ validator<Page>(checkPage);
