// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { DisputeStatus } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { string } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkDisputeStatus: Check = string;

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
  return isValid(checkDisputeStatus, value);
}

/**
 * Validates the value; returns it typed as `DisputeStatus`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateDisputeStatus("won");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateDisputeStatus = /* @__PURE__ */ validator<DisputeStatus>(checkDisputeStatus);
