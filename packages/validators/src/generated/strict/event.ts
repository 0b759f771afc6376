// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Event } from "@vinr/types";
import { checkDisputeOpenedEvent } from "./dispute-opened-event.js";
import { checkDisputeResolvedEvent } from "./dispute-resolved-event.js";
import { checkPaymentAuthorizedEvent } from "./payment-authorized-event.js";
import { checkPaymentCancelledEvent } from "./payment-cancelled-event.js";
import { checkPaymentCompletedEvent } from "./payment-completed-event.js";
import { checkPaymentCreatedEvent } from "./payment-created-event.js";
import { checkPaymentExpiredEvent } from "./payment-expired-event.js";
import { checkPaymentFailedEvent } from "./payment-failed-event.js";
import { checkRefundCompletedEvent } from "./refund-completed-event.js";
import { checkRefundCreatedEvent } from "./refund-created-event.js";
import { checkSettlementCompletedEvent } from "./settlement-completed-event.js";
import { type Check } from "../../runtime/issues.js";
import { tagged, unknownTag } from "../../runtime/unions.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkEvent: Check = /* @__PURE__ */ tagged("type", {
  "payment.created": checkPaymentCreatedEvent,
  "payment.authorized": checkPaymentAuthorizedEvent,
  "payment.completed": checkPaymentCompletedEvent,
  "payment.failed": checkPaymentFailedEvent,
  "payment.cancelled": checkPaymentCancelledEvent,
  "payment.expired": checkPaymentExpiredEvent,
  "refund.created": checkRefundCreatedEvent,
  "refund.completed": checkRefundCompletedEvent,
  "dispute.opened": checkDisputeOpenedEvent,
  "dispute.resolved": checkDisputeResolvedEvent,
  "settlement.completed": checkSettlementCompletedEvent,
}, /* @__PURE__ */ unknownTag("type", "payment.created", "payment.authorized", "payment.completed", "payment.failed", "payment.cancelled", "payment.expired", "refund.created", "refund.completed", "dispute.opened", "dispute.resolved", "settlement.completed"));

/**
 * Whether a value is of type `Event`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
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
  return isValid(checkEvent, value);
}

/**
 * Validates the value; returns it typed as `Event`, or its issues.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validateEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateEvent = /* @__PURE__ */ validator<Event>(checkEvent);
