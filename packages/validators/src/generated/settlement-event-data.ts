// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementEventData } from "@vinr/types";
import { checkSettlement } from "./settlement.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkSettlementEventData: Check = /* @__PURE__ */ object((members, context) => checkSettlement(members.object, context, "object"));

/**
 * Whether a value is of type `SettlementEventData`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
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
  return isValid(checkSettlementEventData, value);
}

/**
 * Validates the value; returns it typed as `SettlementEventData`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateSettlementEventData(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlementEventData = /* @__PURE__ */ validator<SettlementEventData>(checkSettlementEventData);
