// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { EveryEventType } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { constant } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkEveryEventType: Check = (value, context, key) => constant(value, context, key, "*");

/**
 * Whether a value is of type `EveryEventType`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isEveryEventType("*"); // true
 * ```
 */
export function isEveryEventType(value: unknown): value is EveryEventType {
  return isValid(checkEveryEventType, value);
}

/**
 * Validates the value; returns it typed as `EveryEventType`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateEveryEventType("*");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateEveryEventType = /* @__PURE__ */ validator<EveryEventType>(checkEveryEventType);
