// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { EventId } from "@vinr/types";
import { type Trail } from "../runtime/issues.js";
import { failText } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { isLonger } from "../runtime/values.js";

const eventIdPattern = /^evt_[A-Za-z0-9]+$/u;

/**
 * Whether a value is of type `EventId`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isEventId("evt_1aC5eG"); // true
 * ```
 */
export function isEventId(value: unknown): value is EventId {
  try {
    return checkEventId(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `EventId`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validateEventId("evt_1aC5eG");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateEventId = /* @__PURE__ */ validator<EventId>(checkEventId, explainEventId);

/** @internal */
export function checkEventId(value: unknown): boolean {
  return typeof value === "string" && !isLonger(value, 64) && eventIdPattern.test(value);
}

/** @internal */
export function explainEventId(value: unknown, at: Trail): boolean {
  return failText(value, 5, 64, at, eventIdPattern);
}
