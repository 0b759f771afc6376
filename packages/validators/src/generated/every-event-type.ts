// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { EveryEventType } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";

/** Whether a value is of type `EveryEventType`. Never throws, and allocates nothing for plain data. */
export function isEveryEventType(value: unknown): value is EveryEventType {
  try {
    return checkEveryEventType(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `EveryEventType`, or all that is wrong with it. */
export const validateEveryEventType = /* @__PURE__ */ validator<EveryEventType>(
  function validateEveryEventType(value, options) {
    if (isEveryEventType(value)) return { ok: true, value };
    return explain(value, explainEveryEventType, options);
  },
);

/** @internal */
export function checkEveryEventType(value: unknown): boolean {
  if (value !== "*") return false;
  return true;
}

/** @internal */
export function explainEveryEventType(value: unknown, at: Trail): void {
  if (value !== "*") fail(at, value, "const", "\"*\"");
}
