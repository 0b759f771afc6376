// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementEventData } from "@vinr/types";
import { checkSettlement, explainSettlement } from "./settlement.js";
import { explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { validator } from "../../runtime/validate.js";
import { asObject } from "../../runtime/values.js";

const settlementEventDataMembers: MemberTable = { object: explainSettlement };

/**
 * Whether a value is of type `SettlementEventData`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * isSettlementEventData({
 *   object: {
 *     id: "setl_3kQ9xZ",
 *     object: "settlement",
 *     status: "paid",
 *     currency: "EUR",
 *     grossAmount: 184500,
 *     refundedAmount: 4999,
 *     feeAmount: 5238,
 *     netAmount: 174263,
 *     payoutId: "po_9hT2mK",
 *     periodStart: "2026-04-13T00:00:00Z",
 *     periodEnd: "2026-04-20T00:00:00Z",
 *     created_at: "2026-04-20T02:00:00Z",
 *   },
 * }); // true
 * ```
 */
export function isSettlementEventData(value: unknown): value is SettlementEventData {
  try {
    return checkSettlementEventData(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `SettlementEventData`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validateSettlementEventData(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlementEventData = /* @__PURE__ */ validator<SettlementEventData>(checkSettlementEventData, explainSettlementEventData);

/** @internal */
export function checkSettlementEventData(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkSettlement(object.object)) return false;
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
export function explainSettlementEventData(value: unknown, at: Trail): boolean {
  return explainObject(value, at, settlementEventDataMembers, 1, true);
}
