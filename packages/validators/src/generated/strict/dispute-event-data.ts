// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { DisputeEventData } from "@vinr/types";
import { checkDispute, explainDispute } from "./dispute.js";
import { explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { validator } from "../../runtime/validate.js";
import { asObject } from "../../runtime/values.js";

const disputeEventDataMembers: MemberTable = { object: explainDispute };

/**
 * Whether a value is of type `DisputeEventData`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
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
  try {
    return checkDisputeEventData(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `DisputeEventData`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validateDisputeEventData(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateDisputeEventData = /* @__PURE__ */ validator<DisputeEventData>(checkDisputeEventData, explainDisputeEventData);

/** @internal */
export function checkDisputeEventData(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkDispute(object.object)) return false;
  for (const key in object) {
    switch (key) {
      case "object":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainDisputeEventData(value: unknown, at: Trail): boolean {
  return explainObject(value, at, disputeEventDataMembers, 1, true);
}
