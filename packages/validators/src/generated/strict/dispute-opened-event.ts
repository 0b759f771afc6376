// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { DisputeOpenedEvent } from "@vinr/types";
import { checkDisputeEventData } from "./dispute-event-data.js";
import { checkEventId } from "./event-id.js";
import { checkTimestamp } from "./timestamp.js";
import { type Check } from "../../runtime/issues.js";
import { noOtherProperties, object } from "../../runtime/objects.js";
import { constant } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkDisputeOpenedEvent: Check = /* @__PURE__ */ object(
  (members, context) =>
    checkEventId(members.id, context, "id") &&
    constant(members.object, context, "object", "event") &&
    constant(members.type, context, "type", "dispute.opened") &&
    checkTimestamp(members.created_at, context, "created_at") &&
    checkDisputeEventData(members.data, context, "data"),
  /* @__PURE__ */ noOtherProperties("id", "object", "type", "created_at", "data"),
);

/**
 * Whether a value is of type `DisputeOpenedEvent`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
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
  return isValid(checkDisputeOpenedEvent, value);
}

/**
 * Validates the value; returns it typed as `DisputeOpenedEvent`, or its issues.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validateDisputeOpenedEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateDisputeOpenedEvent = /* @__PURE__ */ validator<DisputeOpenedEvent>(checkDisputeOpenedEvent);
