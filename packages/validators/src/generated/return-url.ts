// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ReturnUrl } from "@vinr/types";
import { isUri } from "../runtime/addresses.js";
import { type Trail } from "../runtime/issues.js";
import { failText } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { isLonger } from "../runtime/values.js";

const returnUrlPattern = /^https?:\/\/[^\s]+$/u;

/**
 * Whether a value is of type `ReturnUrl`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isReturnUrl("https://shop.example/orders/1042/return"); // true
 * ```
 */
export function isReturnUrl(value: unknown): value is ReturnUrl {
  try {
    return checkReturnUrl(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `ReturnUrl`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validateReturnUrl("https://shop.example/orders/1042/return");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateReturnUrl = /* @__PURE__ */ validator<ReturnUrl>(checkReturnUrl, explainReturnUrl);

/** @internal */
export function checkReturnUrl(value: unknown): boolean {
  return typeof value === "string" && !isLonger(value, 2048) && returnUrlPattern.test(value) && isUri(value);
}

/** @internal */
export function explainReturnUrl(value: unknown, at: Trail): boolean {
  return failText(value, 0, 2048, at, returnUrlPattern, isUri, "an absolute URI");
}
