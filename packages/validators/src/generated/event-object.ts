// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { EventObject } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { constant } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkEventObject: Check = (value, context, key) => constant(value, context, key, "event");

/**
 * Whether a value is of type `EventObject`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isEventObject("event"); // true
 * ```
 */
export function isEventObject(value: unknown): value is EventObject {
  return isValid(checkEventObject, value);
}

/**
 * Validates the value; returns it typed as `EventObject`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateEventObject("event");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateEventObject = /* @__PURE__ */ validator<EventObject>(checkEventObject);
