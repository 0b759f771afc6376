// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { EventId } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { boundedString } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkEventId: Check = /* @__PURE__ */ boundedString(5, 64, /^evt_[A-Za-z0-9]+$/u);

/**
 * Whether a value is of type `EventId`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isEventId("evt_1aC5eG"); // true
 * ```
 */
export function isEventId(value: unknown): value is EventId {
  return isValid(checkEventId, value);
}

/**
 * Validates the value; returns it typed as `EventId`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateEventId("evt_1aC5eG");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateEventId = /* @__PURE__ */ validator<EventId>(checkEventId);
