// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { EventType } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { enumOf, string } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkEventType: Check = string;

/** @internal */
export const checkEventType_closed: Check = /* @__PURE__ */ enumOf("payment.created", "payment.authorized", "payment.completed", "payment.failed", "payment.cancelled", "payment.expired", "refund.created", "refund.completed", "dispute.opened", "dispute.resolved", "settlement.completed");

/**
 * Whether a value is of type `EventType`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isEventType("payment.completed"); // true
 * ```
 */
export function isEventType(value: unknown): value is EventType {
  return isValid(checkEventType, value);
}

/**
 * Validates the value; returns it typed as `EventType`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateEventType("payment.completed");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateEventType = /* @__PURE__ */ validator<EventType>(checkEventType);
