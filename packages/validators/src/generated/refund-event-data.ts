// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundEventData } from "@vinr/types";
import { checkRefund, explainRefund } from "./refund.js";
import { fail, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

/**
 * Whether a value is of type `RefundEventData`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isRefundEventData(value: unknown): value is RefundEventData {
  try {
    return checkRefundEventData(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `RefundEventData`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateRefundEventData = /* @__PURE__ */ validator<RefundEventData>(
  function validateRefundEventData(value, options) {
    if (isRefundEventData(value)) return { ok: true, value };
    return explain(value, explainRefundEventData, options);
  },
);

/** @internal */
export function checkRefundEventData(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const object2 = object.object;
  if (!checkRefund(object2)) return false;
  return true;
}

/** @internal */
export function explainRefundEventData(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    explainProperty(at, object, "object", true, explainRefund);
  }
}
