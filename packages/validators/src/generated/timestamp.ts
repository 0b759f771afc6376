// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Timestamp } from "@vinr/types";
import { isDateTime } from "../runtime/formats.js";
import { type Trail } from "../runtime/issues.js";
import { failText } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { isLonger } from "../runtime/values.js";

/**
 * Whether a value is of type `Timestamp`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isTimestamp("2026-04-15T10:30:00Z"); // true
 * ```
 */
export function isTimestamp(value: unknown): value is Timestamp {
  try {
    return checkTimestamp(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `Timestamp`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validateTimestamp("2026-04-15T10:30:00Z");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateTimestamp = /* @__PURE__ */ validator<Timestamp>(checkTimestamp, explainTimestamp);

/** @internal */
export function checkTimestamp(value: unknown): boolean {
  return typeof value === "string" && !isLonger(value, 40) && isDateTime(value);
}

/** @internal */
export function explainTimestamp(value: unknown, at: Trail): boolean {
  return failText(value, 0, 40, at, undefined, isDateTime, "an RFC 3339 date-time such as 2026-04-15T10:30:00Z");
}
