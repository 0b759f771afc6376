// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Dispute } from "@vinr/types";
import { checkAmount } from "./amount.js";
import { checkCurrency, explainCurrency } from "./currency.js";
import { checkDisputeStatus } from "./dispute-status.js";
import { checkPaymentId, explainPaymentId } from "./payment-id.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { failText } from "../../runtime/scalars.js";
import { validator } from "../../runtime/validate.js";
import { asObject, isLonger } from "../../runtime/values.js";

const disputeIdPattern = /^dp_[A-Za-z0-9]+$/u;
const disputeId = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 64) && disputeIdPattern.test(value)) || failText(value, 4, 64, at, disputeIdPattern);
const disputeMembers: MemberTable = {
  id: disputeId,
  object: "dispute",
  payment: explainPaymentId,
  amount: checkAmount,
  currency: explainCurrency,
  status: checkDisputeStatus,
  created_at: explainTimestamp,
};

/**
 * Whether a value is of type `Dispute`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * isDispute({
 *   id: "dp_8sH3kD",
 *   object: "dispute",
 *   payment: "pay_1234567890",
 *   amount: 1000,
 *   currency: "EUR",
 *   status: "won",
 *   created_at: "2026-05-04T07:40:00Z",
 * }); // true
 * ```
 */
export function isDispute(value: unknown): value is Dispute {
  try {
    return checkDispute(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `Dispute`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validateDispute(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateDispute = /* @__PURE__ */ validator<Dispute>(checkDispute, explainDispute);

/** @internal */
export function checkDispute(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!disputeId(object.id)) return false;
  if (object.object !== "dispute") return false;
  if (!checkPaymentId(object.payment)) return false;
  if (!checkAmount(object.amount)) return false;
  if (!checkCurrency(object.currency)) return false;
  if (!checkDisputeStatus(object.status)) return false;
  if (!checkTimestamp(object.created_at)) return false;
  for (const key in object) {
    switch (key) {
      case "id":
      case "object":
      case "payment":
      case "amount":
      case "currency":
      case "status":
      case "created_at":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainDispute(value: unknown, at: Trail): boolean {
  return explainObject(value, at, disputeMembers, 7, true);
}
