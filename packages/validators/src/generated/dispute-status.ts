// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { DisputeStatus } from "@vinr/types";
import { type Trail } from "../runtime/issues.js";
import { string } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";

/**
 * Whether a value is of type `DisputeStatus`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isDisputeStatus("won"); // true
 * ```
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
 *
 * @example
 * ```ts
 * const result = validateDisputeStatus("won");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateDisputeStatus = /* @__PURE__ */ validator<DisputeStatus>(checkDisputeStatus, checkDisputeStatus);

/** @internal */
export function checkDisputeStatus(value: unknown, at?: Trail): boolean {
  return string(value, at);
}
