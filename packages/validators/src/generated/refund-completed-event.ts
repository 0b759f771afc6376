// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundCompletedEvent } from "@vinr/types";
import { checkEventId, explainEventId } from "./event-id.js";
import { checkEventObject, explainEventObject } from "./event-object.js";
import { checkRefundEventData, explainRefundEventData } from "./refund-event-data.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { fail, failRequired, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

/**
 * Whether a value is of type `RefundCompletedEvent`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isRefundCompletedEvent(value: unknown): value is RefundCompletedEvent {
  try {
    return checkRefundCompletedEvent(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `RefundCompletedEvent`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateRefundCompletedEvent = /* @__PURE__ */ validator<RefundCompletedEvent>(
  function validateRefundCompletedEvent(value, options) {
    if (isRefundCompletedEvent(value)) return { ok: true, value };
    return explain(value, explainRefundCompletedEvent, options);
  },
);

/** @internal */
export function checkRefundCompletedEvent(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const id = object.id;
  if (!checkEventId(id)) return false;
  const object2 = object.object;
  if (!checkEventObject(object2)) return false;
  const type = object.type;
  if (type !== "refund.completed") return false;
  const createdAt = object.created_at;
  if (!checkTimestamp(createdAt)) return false;
  const data = object.data;
  if (!checkRefundEventData(data)) return false;
  return true;
}

/** @internal */
export function explainRefundCompletedEvent(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    explainProperty(at, object, "id", true, explainEventId);
    explainProperty(at, object, "object", true, explainEventObject);
    at.path.push("type");
    const type = object.type;
    if (type === undefined) {
      failRequired(at);
    } else {
      if (type !== "refund.completed") fail(at, type, "const", "\"refund.completed\"");
    }
    at.path.pop();
    explainProperty(at, object, "created_at", true, explainTimestamp);
    explainProperty(at, object, "data", true, explainRefundEventData);
  }
}
