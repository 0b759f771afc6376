// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { EventObject } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";

/** Whether a value is of type `EventObject`. Never throws, and allocates nothing for plain data. */
export function isEventObject(value: unknown): value is EventObject {
  try {
    return checkEventObject(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `EventObject`, or all that is wrong with it. */
export const validateEventObject = /* @__PURE__ */ validator<EventObject>(
  function validateEventObject(value, options) {
    if (isEventObject(value)) return { ok: true, value };
    return explain(value, explainEventObject, options);
  },
);

/** @internal */
export function checkEventObject(value: unknown): boolean {
  if (value !== "event") return false;
  return true;
}

/** @internal */
export function explainEventObject(value: unknown, at: Trail): void {
  if (value !== "event") fail(at, value, "const", "\"event\"");
}
