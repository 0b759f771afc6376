// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Description } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { boundedString } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkDescription: Check = /* @__PURE__ */ boundedString(0, 500);

/**
 * Whether a value is of type `Description`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isDescription("Order 1042"); // true
 * ```
 */
export function isDescription(value: unknown): value is Description {
  return isValid(checkDescription, value);
}

/**
 * Validates the value; returns it typed as `Description`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateDescription("Order 1042");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateDescription = /* @__PURE__ */ validator<Description>(checkDescription);
