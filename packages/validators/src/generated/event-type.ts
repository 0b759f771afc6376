// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { EventType } from "@vinr/types";
import { fail, failEnum, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";

/**
 * Whether a value is of type `EventType`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isEventType(value: unknown): value is EventType {
  try {
    return checkEventType(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `EventType`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateEventType = /* @__PURE__ */ validator<EventType>(
  function validateEventType(value, options) {
    if (isEventType(value)) return { ok: true, value };
    return explain(value, explainEventType, options);
  },
);

/** @internal */
export function checkEventType(value: unknown): boolean {
  if (typeof value !== "string") return false;
  return true;
}

/** @internal */
export function explainEventType(value: unknown, at: Trail): void {
  if (typeof value !== "string") fail(at, value, "type", "a string");
}

/** @internal */
export function checkEventTypeStrict(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (value !== "payment.created" && value !== "payment.authorized" && value !== "payment.completed" && value !== "payment.failed" && value !== "payment.cancelled" && value !== "payment.expired" && value !== "refund.created" && value !== "refund.completed" && value !== "dispute.opened" && value !== "dispute.resolved" && value !== "settlement.completed") return false;
  return true;
}

/** @internal */
export function explainEventTypeStrict(value: unknown, at: Trail): void {
  if (typeof value !== "string") {
    fail(at, value, "type", "a string");
  } else {
    if (value !== "payment.created" && value !== "payment.authorized" && value !== "payment.completed" && value !== "payment.failed" && value !== "payment.cancelled" && value !== "payment.expired" && value !== "refund.created" && value !== "refund.completed" && value !== "dispute.opened" && value !== "dispute.resolved" && value !== "settlement.completed") {
      failEnum(at, value, "enum", ["payment.created", "payment.authorized", "payment.completed", "payment.failed", "payment.cancelled", "payment.expired", "refund.created", "refund.completed", "dispute.opened", "dispute.resolved", "settlement.completed"]);
    }
  }
}
