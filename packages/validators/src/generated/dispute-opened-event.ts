// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { DisputeOpenedEvent } from "@vinr/types";
import { checkDisputeEventData, explainDisputeEventData } from "./dispute-event-data.js";
import { checkEventId, explainEventId } from "./event-id.js";
import { checkEventObject, explainEventObject } from "./event-object.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { fail, failRequired, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

/**
 * Whether a value is of type `DisputeOpenedEvent`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
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
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateDisputeOpenedEvent = /* @__PURE__ */ validator<DisputeOpenedEvent>(
  function validateDisputeOpenedEvent(value, options) {
    if (isDisputeOpenedEvent(value)) return { ok: true, value };
    return explain(value, explainDisputeOpenedEvent, options);
  },
);

/** @internal */
export function checkDisputeOpenedEvent(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const id = object.id;
  if (!checkEventId(id)) return false;
  const object2 = object.object;
  if (!checkEventObject(object2)) return false;
  const type = object.type;
  if (type !== "dispute.opened") return false;
  const createdAt = object.created_at;
  if (!checkTimestamp(createdAt)) return false;
  const data = object.data;
  if (!checkDisputeEventData(data)) return false;
  return true;
}

/** @internal */
export function explainDisputeOpenedEvent(value: unknown, at: Trail): void {
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
      if (type !== "dispute.opened") fail(at, type, "const", "\"dispute.opened\"");
    }
    at.path.pop();
    explainProperty(at, object, "created_at", true, explainTimestamp);
    explainProperty(at, object, "data", true, explainDisputeEventData);
  }
}
