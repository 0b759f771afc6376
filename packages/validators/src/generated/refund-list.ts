// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundList } from "@vinr/types";
import { checkListObject, explainListObject } from "./list-object.js";
import { checkPage, explainPage } from "./page.js";
import { checkRefund, explainRefund } from "./refund.js";
import { fail, failRequired, isFull, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject, isArray } from "../runtime/values.js";

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
export const validateRefundList = /* @__PURE__ */ validator<RefundList>(
  function validateRefundList(value, options) {
    if (isRefundList(value)) return { ok: true, value };
    return explain(value, explainRefundList, options);
  },
);

/** @internal */
export function checkRefundList(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const object2 = object.object;
  if (!checkListObject(object2)) return false;
  const data = object.data;
  if (!isArray(data)) return false;
  if (data.length > 100) return false;
  for (let i = 0; i < data.length; i++) {
    const item = data[i];
    if (!checkRefund(item)) return false;
  }
  const page = object.page;
  if (!checkPage(page)) return false;
  return true;
}

/** @internal */
export function explainRefundList(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    explainProperty(at, object, "object", true, explainListObject);
    at.path.push("data");
    const data = object.data;
    if (data === undefined) {
      failRequired(at);
    } else {
      if (!isArray(data)) {
        fail(at, data, "type", "an array");
      } else {
        if (data.length > 100) {
          fail(at, data.length, "max_items", "an array of at most 100 items");
        } else {
          for (let i = 0; i < data.length && !isFull(at); i++) {
            at.path.push(i);
            const item = data[i];
            explainRefund(item, at);
            at.path.pop();
          }
        }
      }
    }
    at.path.pop();
    explainProperty(at, object, "page", true, explainPage);
  }
}
