// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { DisputeEventData } from "@vinr/types";
import { checkDispute, explainDispute } from "./dispute.js";
import { fail, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

/**
 * Whether a value is of type `DisputeEventData`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isDisputeEventData(value: unknown): value is DisputeEventData {
  try {
    return checkDisputeEventData(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `DisputeEventData`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateDisputeEventData = /* @__PURE__ */ validator<DisputeEventData>(
  function validateDisputeEventData(value, options) {
    if (isDisputeEventData(value)) return { ok: true, value };
    return explain(value, explainDisputeEventData, options);
  },
);

/** @internal */
export function checkDisputeEventData(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const object2 = object.object;
  if (!checkDispute(object2)) return false;
  return true;
}

/** @internal */
export function explainDisputeEventData(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    explainProperty(at, object, "object", true, explainDispute);
  }
}
