// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { DisputeStatus } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";

/**
 * Whether a value is of type `DisputeStatus`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isDisputeStatus(value: unknown): value is DisputeStatus {
  try {
    return checkDisputeStatus(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `DisputeStatus`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateDisputeStatus = /* @__PURE__ */ validator<DisputeStatus>(
  function validateDisputeStatus(value, options) {
    if (isDisputeStatus(value)) return { ok: true, value };
    return explain(value, explainDisputeStatus, options);
  },
);

/** @internal */
export function checkDisputeStatus(value: unknown): boolean {
  if (typeof value !== "string") return false;
  return true;
}

/** @internal */
export function explainDisputeStatus(value: unknown, at: Trail): void {
  if (typeof value !== "string") fail(at, value, "type", "a string");
}
