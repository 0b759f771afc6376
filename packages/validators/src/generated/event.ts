// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Event } from "@vinr/types";
import { checkCurrency, explainCurrency } from "./currency.js";
import { checkDisputeOpenedEvent, explainDisputeOpenedEvent } from "./dispute-opened-event.js";
import { checkDisputeResolvedEvent, explainDisputeResolvedEvent } from "./dispute-resolved-event.js";
import { checkEventId, explainEventId } from "./event-id.js";
import { checkEventObject, explainEventObject } from "./event-object.js";
import { checkPaymentAuthorizedEvent, explainPaymentAuthorizedEvent } from "./payment-authorized-event.js";
import { checkPaymentCancelledEvent, explainPaymentCancelledEvent } from "./payment-cancelled-event.js";
import { checkPaymentCompletedEvent, explainPaymentCompletedEvent } from "./payment-completed-event.js";
import { checkPaymentCreatedEvent, explainPaymentCreatedEvent } from "./payment-created-event.js";
import { checkPaymentExpiredEvent, explainPaymentExpiredEvent } from "./payment-expired-event.js";
import { checkPaymentFailedEvent, explainPaymentFailedEvent } from "./payment-failed-event.js";
import { checkRefundCompletedEvent, explainRefundCompletedEvent } from "./refund-completed-event.js";
import { checkRefundCreatedEvent, explainRefundCreatedEvent } from "./refund-created-event.js";
import { checkSettlementCompletedEvent, explainSettlementCompletedEvent } from "./settlement-completed-event.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { fail, failRequired, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

/**
 * Whether a value is of type `Event`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
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
 */
export const validateEvent = /* @__PURE__ */ validator<Event>(
  function validateEvent(value, options) {
    if (isEvent(value)) return { ok: true, value };
    return explain(value, explainEvent, options);
  },
);

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
      if (!checkEventUnknown(value)) return false;
      break;
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
        explainEventUnknown(value, at);
        break;
    }
  }
}

function checkEventUnknown(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const id = object.id;
  if (!checkEventId(id)) return false;
  const object2 = object.object;
  if (!checkEventObject(object2)) return false;
  const type = object.type;
  if (typeof type !== "string") return false;
  const createdAt = object.created_at;
  if (!checkTimestamp(createdAt)) return false;
  const data = object.data;
  if (!checkEventUnknownData(data)) return false;
  return true;
}

function explainEventUnknown(value: unknown, at: Trail): void {
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
      if (typeof type !== "string") fail(at, type, "type", "a string");
    }
    at.path.pop();
    explainProperty(at, object, "created_at", true, explainTimestamp);
    explainProperty(at, object, "data", true, explainEventUnknownData);
  }
}

function checkEventUnknownData(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const object2 = object.object;
  if (!checkEventUnknownDataObject(object2)) return false;
  return true;
}

function explainEventUnknownData(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    explainProperty(at, object, "object", true, explainEventUnknownDataObject);
  }
}

function checkEventUnknownDataObject(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const id = object.id;
  if (typeof id !== "string") return false;
  const object2 = object.object;
  if (typeof object2 !== "string") return false;
  const status = object.status;
  if (typeof status !== "string") return false;
  const currency = object.currency;
  if (!checkCurrency(currency)) return false;
  const createdAt = object.created_at;
  if (!checkTimestamp(createdAt)) return false;
  return true;
}

function explainEventUnknownDataObject(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    at.path.push("id");
    const id = object.id;
    if (id === undefined) {
      failRequired(at);
    } else {
      if (typeof id !== "string") fail(at, id, "type", "a string");
    }
    at.path.pop();
    at.path.push("object");
    const object2 = object.object;
    if (object2 === undefined) {
      failRequired(at);
    } else {
      if (typeof object2 !== "string") fail(at, object2, "type", "a string");
    }
    at.path.pop();
    at.path.push("status");
    const status = object.status;
    if (status === undefined) {
      failRequired(at);
    } else {
      if (typeof status !== "string") fail(at, status, "type", "a string");
    }
    at.path.pop();
    explainProperty(at, object, "currency", true, explainCurrency);
    explainProperty(at, object, "created_at", true, explainTimestamp);
  }
}
