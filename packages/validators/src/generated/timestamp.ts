// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Timestamp } from "@vinr/types";
import { isDateTime } from "../runtime/formats.js";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";
import { countCharacters, isLonger } from "../runtime/values.js";

/** Whether a value is of type `Timestamp`. Never throws, and allocates nothing for plain data. */
export function isTimestamp(value: unknown): value is Timestamp {
  try {
    return checkTimestamp(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `Timestamp`, or all that is wrong with it. */
export const validateTimestamp = /* @__PURE__ */ validator<Timestamp>(
  function validateTimestamp(value, options) {
    if (isTimestamp(value)) return { ok: true, value };
    return explain(value, explainTimestamp, options);
  },
);

/** @internal */
export function checkTimestamp(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (isLonger(value, 40)) return false;
  if (!isDateTime(value)) return false;
  return true;
}

/** @internal */
export function explainTimestamp(value: unknown, at: Trail): void {
  if (typeof value !== "string") {
    fail(at, value, "type", "a string");
  } else {
    if (isLonger(value, 40)) {
      fail(at, countCharacters(value), "max_length", "at most 40 characters long");
    } else {
      if (!isDateTime(value)) fail(at, value, "format", "an RFC 3339 date-time such as 2026-04-15T10:30:00Z");
    }
  }
}
