// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Event } from "@vinr/types";
import { checkDisputeEventData } from "./dispute-event-data.js";
import { checkEventId, explainEventId } from "./event-id.js";
import { checkPaymentEventData } from "./payment-event-data.js";
import { checkRefundEventData } from "./refund-event-data.js";
import { checkSettlementEventData } from "./settlement-event-data.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { explainObject, holder, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { anyObject, string } from "../runtime/scalars.js";
import { tagOf } from "../runtime/tags.js";
import { validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const eventSharedMembers: MemberTable = { id: explainEventId, object: "event", type: string, created_at: explainTimestamp };

/**
 * Whether a value is of type `Event`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
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
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateEvent = /* @__PURE__ */ validator<Event>(checkEvent, checkEvent);

/** @internal */
export function checkEvent(value: unknown, at?: Trail): boolean {
  if (!(at === undefined ? checkEventShared(value) : explainEventShared(value, at)) && (at === undefined || tagOf(value, "type") === undefined)) return false;
  switch (tagOf(value, "type")) {
    case "payment.created":
    case "payment.authorized":
    case "payment.completed":
    case "payment.failed":
    case "payment.cancelled":
    case "payment.expired":
      return checkEventVariant1(value, at);
    case "refund.created":
    case "refund.completed":
      return checkEventVariant2(value, at);
    case "dispute.opened":
    case "dispute.resolved":
      return checkEventVariant3(value, at);
    case "settlement.completed":
      return checkEventVariant4(value, at);
    default:
      return checkEventUnknown(value, at);
  }
}

function checkEventShared(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkEventId(object.id)) return false;
  if (object.object !== "event") return false;
  if (!string(object.type)) return false;
  if (!checkTimestamp(object.created_at)) return false;
  return true;
}

function explainEventShared(value: unknown, at: Trail): boolean {
  return explainObject(value, at, eventSharedMembers, 4);
}

function checkEventVariant1(value: unknown, at?: Trail): boolean {
  return holder(value, "data", checkPaymentEventData, at);
}

function checkEventVariant2(value: unknown, at?: Trail): boolean {
  return holder(value, "data", checkRefundEventData, at);
}

function checkEventVariant3(value: unknown, at?: Trail): boolean {
  return holder(value, "data", checkDisputeEventData, at);
}

function checkEventVariant4(value: unknown, at?: Trail): boolean {
  return holder(value, "data", checkSettlementEventData, at);
}

function checkEventUnknown(value: unknown, at?: Trail): boolean {
  return holder(value, "data", checkEventUnknownMember, at);
}

function checkEventUnknownMember(value: unknown, at?: Trail): boolean {
  return holder(value, "object", anyObject, at);
}
