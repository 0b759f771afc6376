// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundList } from "@vinr/types";
import { checkPage } from "./page.js";
import { checkRefund } from "./refund.js";
import { array, explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const refundListMembers: MemberTable = { object: "list", data: checkRefundListData, page: checkPage };

/**
 * Whether a value is of type `RefundList`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isRefundList(value: unknown): value is RefundList {
  try {
    return checkRefundList(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `RefundList`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateRefundList = /* @__PURE__ */ validator<RefundList>(checkRefundList, checkRefundList);

/** @internal */
export function checkRefundList(value: unknown, at?: Trail): boolean {
  if (at !== undefined) return explainObject(value, at, refundListMembers, 3);
  const object = asObject(value);
  if (object === undefined) return false;
  if (object.object !== "list") return false;
  if (!checkRefundListData(object.data)) return false;
  if (!checkPage(object.page)) return false;
  return true;
}

function checkRefundListData(value: unknown, at?: Trail): boolean {
  return array(value, 0, 100, at, checkRefund);
}
