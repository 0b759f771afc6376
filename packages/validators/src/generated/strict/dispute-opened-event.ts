// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { DisputeOpenedEvent } from "@vinr/types";
import { checkDisputeEventData, explainDisputeEventData } from "./dispute-event-data.js";
import { checkEventId, explainEventId } from "./event-id.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { validator } from "../../runtime/validate.js";
import { asObject } from "../../runtime/values.js";

const disputeOpenedEventMembers: MemberTable = {
  id: explainEventId,
  object: "event",
  type: "dispute.opened",
  created_at: explainTimestamp,
  data: explainDisputeEventData,
};

/**
 * Whether a value is of type `DisputeOpenedEvent`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * isDisputeOpenedEvent({
 *   id: "evt_9jL4nQ",
 *   object: "event",
 *   type: "dispute.opened",
 *   created_at: "2026-05-04T07:40:00Z",
 *   data: {
 *     object: {
 *       id: "dp_8sH3kD",
 *       object: "dispute",
 *       payment: "pay_1234567890",
 *       amount: 1000,
 *       currency: "EUR",
 *       status: "open",
 *       created_at: "2026-05-04T07:40:00Z",
 *     },
 *   },
 * }); // true
 * ```
 */
export function isDisputeOpenedEvent(value: unknown): value is DisputeOpenedEvent {
  try {
    return checkDisputeOpenedEvent(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `DisputeOpenedEvent`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validateDisputeOpenedEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateDisputeOpenedEvent = /* @__PURE__ */ validator<DisputeOpenedEvent>(checkDisputeOpenedEvent, explainDisputeOpenedEvent);

/** @internal */
export function checkDisputeOpenedEvent(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkEventId(object.id)) return false;
  if (object.object !== "event") return false;
  if (object.type !== "dispute.opened") return false;
  if (!checkTimestamp(object.created_at)) return false;
  if (!checkDisputeEventData(object.data)) return false;
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
export function explainDisputeOpenedEvent(value: unknown, at: Trail): boolean {
  return explainObject(value, at, disputeOpenedEventMembers, 5, true);
}
