// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Event } from "@vinr/types";
import { checkDisputeOpenedEvent, explainDisputeOpenedEvent } from "./dispute-opened-event.js";
import { checkDisputeResolvedEvent, explainDisputeResolvedEvent } from "./dispute-resolved-event.js";
import { checkPaymentAuthorizedEvent, explainPaymentAuthorizedEvent } from "./payment-authorized-event.js";
import { checkPaymentCancelledEvent, explainPaymentCancelledEvent } from "./payment-cancelled-event.js";
import { checkPaymentCompletedEvent, explainPaymentCompletedEvent } from "./payment-completed-event.js";
import { checkPaymentCreatedEvent, explainPaymentCreatedEvent } from "./payment-created-event.js";
import { checkPaymentExpiredEvent, explainPaymentExpiredEvent } from "./payment-expired-event.js";
import { checkPaymentFailedEvent, explainPaymentFailedEvent } from "./payment-failed-event.js";
import { checkRefundCompletedEvent, explainRefundCompletedEvent } from "./refund-completed-event.js";
import { checkRefundCreatedEvent, explainRefundCreatedEvent } from "./refund-created-event.js";
import { checkSettlementCompletedEvent, explainSettlementCompletedEvent } from "./settlement-completed-event.js";
import { fail, failEnum, failRequired, type Trail } from "../../runtime/issues.js";
import { validator } from "../../runtime/validate.js";
import { asObject } from "../../runtime/values.js";

/**
 * Whether a value is of type `Event`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * isEvent({
 *   id: "evt_1aC5eG",
 *   object: "event",
 *   type: "payment.created",
 *   created_at: "2026-04-15T10:30:00Z",
 *   data: {
 *     object: {
 *       id: "pay_1234567890",
 *       object: "payment",
 *       status: "pending",
 *       amount: 1000,
 *       currency: "EUR",
 *       description: "Order 1042",
 *       returnUrl: "https://shop.example/orders/1042/return",
 *       checkoutUrl: "https://checkout.vinr.com/pay_1234567890",
 *       metadata: { order: "1042" },
 *       created_at: "2026-04-15T10:30:00Z",
 *     },
 *   },
 * }); // true
 * ```
 */
export function isEvent(value: unknown): value is Event {
  try {
    return checkEvent(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `Event`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validateEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateEvent = /* @__PURE__ */ validator<Event>(checkEvent, explainEvent);

/** @internal */
export function checkEvent(value: unknown): boolean {
  const tagged = asObject(value);
  if (tagged === undefined) return false;
  const tag = tagged.type;
  switch (tag) {
    case "payment.created":
      if (!checkPaymentCreatedEvent(value)) return false;
      break;
    case "payment.authorized":
      if (!checkPaymentAuthorizedEvent(value)) return false;
      break;
    case "payment.completed":
      if (!checkPaymentCompletedEvent(value)) return false;
      break;
    case "payment.failed":
      if (!checkPaymentFailedEvent(value)) return false;
      break;
    case "payment.cancelled":
      if (!checkPaymentCancelledEvent(value)) return false;
      break;
    case "payment.expired":
      if (!checkPaymentExpiredEvent(value)) return false;
      break;
    case "refund.created":
      if (!checkRefundCreatedEvent(value)) return false;
      break;
    case "refund.completed":
      if (!checkRefundCompletedEvent(value)) return false;
      break;
    case "dispute.opened":
      if (!checkDisputeOpenedEvent(value)) return false;
      break;
    case "dispute.resolved":
      if (!checkDisputeResolvedEvent(value)) return false;
      break;
    case "settlement.completed":
      if (!checkSettlementCompletedEvent(value)) return false;
      break;
    default:
      if (tag === undefined) return false;
      return false;
  }
  return true;
}

/** @internal */
export function explainEvent(value: unknown, at: Trail): void {
  const tagged = asObject(value);
  if (tagged === undefined) {
    fail(at, value, "type", "an object");
  } else {
    const tag = tagged.type;
    switch (tag) {
      case "payment.created":
        explainPaymentCreatedEvent(value, at);
        break;
      case "payment.authorized":
        explainPaymentAuthorizedEvent(value, at);
        break;
      case "payment.completed":
        explainPaymentCompletedEvent(value, at);
        break;
      case "payment.failed":
        explainPaymentFailedEvent(value, at);
        break;
      case "payment.cancelled":
        explainPaymentCancelledEvent(value, at);
        break;
      case "payment.expired":
        explainPaymentExpiredEvent(value, at);
        break;
      case "refund.created":
        explainRefundCreatedEvent(value, at);
        break;
      case "refund.completed":
        explainRefundCompletedEvent(value, at);
        break;
      case "dispute.opened":
        explainDisputeOpenedEvent(value, at);
        break;
      case "dispute.resolved":
        explainDisputeResolvedEvent(value, at);
        break;
      case "settlement.completed":
        explainSettlementCompletedEvent(value, at);
        break;
      default:
        at.path.push("type");
        if (tag === undefined) {
          failRequired(at);
        } else {
          failEnum(at, tag, "unknown_tag", ["payment.created", "payment.authorized", "payment.completed", "payment.failed", "payment.cancelled", "payment.expired", "refund.created", "refund.completed", "dispute.opened", "dispute.resolved", "settlement.completed"]);
        }
        at.path.pop();
        break;
    }
  }
}
