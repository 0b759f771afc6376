// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { DisputeEventData } from "@vinr/types";
import { checkDispute } from "./dispute.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkDisputeEventData: Check = /* @__PURE__ */ object((members, context) => checkDispute(members.object, context, "object"));

/**
 * Whether a value is of type `DisputeEventData`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isDisputeEventData({
 *   object: {
 *     id: "dp_8sH3kD",
 *     object: "dispute",
 *     payment: "pay_1234567890",
 *     amount: 1000,
 *     currency: "EUR",
 *     status: "won",
 *     created_at: "2026-05-04T07:40:00Z",
 *   },
 * }); // true
 * ```
 */
export function isDisputeEventData(value: unknown): value is DisputeEventData {
  return isValid(checkDisputeEventData, value);
}

/**
 * Validates the value; returns it typed as `DisputeEventData`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateDisputeEventData(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateDisputeEventData = /* @__PURE__ */ validator<DisputeEventData>(checkDisputeEventData);
