// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentFailedEvent } from "@vinr/types";
import { checkEventId, explainEventId } from "./event-id.js";
import { checkPaymentEventData, explainPaymentEventData } from "./payment-event-data.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { validator } from "../../runtime/validate.js";
import { asObject } from "../../runtime/values.js";

const paymentFailedEventMembers: MemberTable = {
  id: explainEventId,
  object: "event",
  type: "payment.failed",
  created_at: explainTimestamp,
  data: explainPaymentEventData,
};

/**
 * Whether a value is of type `PaymentFailedEvent`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
 */
export function isPaymentFailedEvent(value: unknown): value is PaymentFailedEvent {
  try {
    return checkPaymentFailedEvent(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `PaymentFailedEvent`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 */
export const validatePaymentFailedEvent = /* @__PURE__ */ validator<PaymentFailedEvent>(checkPaymentFailedEvent, explainPaymentFailedEvent);

/** @internal */
export function checkPaymentFailedEvent(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkEventId(object.id)) return false;
  if (object.object !== "event") return false;
  if (object.type !== "payment.failed") return false;
  if (!checkTimestamp(object.created_at)) return false;
  if (!checkPaymentEventData(object.data)) return false;
  for (const key in object) {
    switch (key) {
      case "id":
      case "object":
      case "type":
      case "created_at":
      case "data":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainPaymentFailedEvent(value: unknown, at: Trail): boolean {
  return explainObject(value, at, paymentFailedEventMembers, 5, true);
}
