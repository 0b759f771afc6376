// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementEventData } from "@vinr/types";
import { checkSettlement, explainSettlement } from "./settlement.js";
import { fail, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

/**
 * Whether a value is of type `SettlementEventData`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isSettlementEventData(value: unknown): value is SettlementEventData {
  try {
    return checkSettlementEventData(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `SettlementEventData`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateSettlementEventData = /* @__PURE__ */ validator<SettlementEventData>(
  function validateSettlementEventData(value, options) {
    if (isSettlementEventData(value)) return { ok: true, value };
    return explain(value, explainSettlementEventData, options);
  },
);

/** @internal */
export function checkSettlementEventData(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const object2 = object.object;
  if (!checkSettlement(object2)) return false;
  return true;
}

/** @internal */
export function explainSettlementEventData(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    explainProperty(at, object, "object", true, explainSettlement);
  }
}
