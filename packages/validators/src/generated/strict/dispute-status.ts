// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { DisputeStatus } from "@vinr/types";
import { type Check } from "../../runtime/issues.js";
import { enumOf } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkDisputeStatus: Check = /* @__PURE__ */ enumOf("open", "won", "lost");

/**
 * Whether a value is of type `DisputeStatus`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
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
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validateDisputeStatus("won");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateDisputeStatus = /* @__PURE__ */ validator<DisputeStatus>(checkDisputeStatus);
