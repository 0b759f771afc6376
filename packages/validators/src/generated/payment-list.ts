// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentList } from "@vinr/types";
import { checkPage } from "./page.js";
import { checkPayment } from "./payment.js";
import { array, explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const paymentListMembers: MemberTable = { object: "list", data: checkPaymentListData, page: checkPage };

/**
 * Whether a value is of type `PaymentList`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isPaymentList(value: unknown): value is PaymentList {
  try {
    return checkPaymentList(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `PaymentList`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validatePaymentList = /* @__PURE__ */ validator<PaymentList>(checkPaymentList, checkPaymentList);

/** @internal */
export function checkPaymentList(value: unknown, at?: Trail): boolean {
  if (at !== undefined) return explainObject(value, at, paymentListMembers, 3);
  const object = asObject(value);
  if (object === undefined) return false;
  if (object.object !== "list") return false;
  if (!checkPaymentListData(object.data)) return false;
  if (!checkPage(object.page)) return false;
  return true;
}

function checkPaymentListData(value: unknown, at?: Trail): boolean {
  return array(value, 0, 100, at, checkPayment);
}
