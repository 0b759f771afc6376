// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Timestamp } from "@vinr/types";
import { dateTime } from "../runtime/formats.js";
import { type Check } from "../runtime/issues.js";
import { boundedString } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkTimestamp: Check = /* @__PURE__ */ boundedString(0, 40, undefined, dateTime);

/**
 * Whether a value is of type `Timestamp`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isTimestamp("2026-04-15T10:30:00Z"); // true
 * ```
 */
export function isTimestamp(value: unknown): value is Timestamp {
  return isValid(checkTimestamp, value);
}

/**
 * Validates the value; returns it typed as `Timestamp`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateTimestamp("2026-04-15T10:30:00Z");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateTimestamp = /* @__PURE__ */ validator<Timestamp>(checkTimestamp);
