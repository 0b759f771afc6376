// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ReturnUrl } from "@vinr/types";
import { uri } from "../runtime/addresses.js";
import { type Check } from "../runtime/issues.js";
import { boundedString } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkReturnUrl: Check = /* @__PURE__ */ boundedString(0, 2048, /^https?:\/\/[^\s]+$/u, uri);

/**
 * Whether a value is of type `ReturnUrl`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isReturnUrl("https://shop.example/orders/1042/return"); // true
 * ```
 */
export function isReturnUrl(value: unknown): value is ReturnUrl {
  return isValid(checkReturnUrl, value);
}

/**
 * Validates the value; returns it typed as `ReturnUrl`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateReturnUrl("https://shop.example/orders/1042/return");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateReturnUrl = /* @__PURE__ */ validator<ReturnUrl>(checkReturnUrl);
