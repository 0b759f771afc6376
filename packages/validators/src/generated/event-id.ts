// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { EventId } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";
import { countCharacters, isLonger, isShorter } from "../runtime/values.js";

const eventIdPattern = /^evt_[A-Za-z0-9]+$/u;

/** Whether a value is of type `EventId`. Never throws, and allocates nothing for plain data. */
export function isEventId(value: unknown): value is EventId {
  try {
    return checkEventId(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `EventId`, or all that is wrong with it. */
export const validateEventId = /* @__PURE__ */ validator<EventId>(
  function validateEventId(value, options) {
    if (isEventId(value)) return { ok: true, value };
    return explain(value, explainEventId, options);
  },
);

/** @internal */
export function checkEventId(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (isLonger(value, 64)) return false;
  if (isShorter(value, 5)) return false;
  if (!eventIdPattern.test(value)) return false;
  return true;
}

/** @internal */
export function explainEventId(value: unknown, at: Trail): void {
  if (typeof value !== "string") {
    fail(at, value, "type", "a string");
  } else {
    if (isLonger(value, 64)) {
      fail(at, countCharacters(value), "max_length", "at most 64 characters long");
    } else {
      if (isShorter(value, 5)) fail(at, countCharacters(value), "min_length", "at least 5 characters long");
      if (!eventIdPattern.test(value)) fail(at, value, "pattern", "text that matches ^evt_[A-Za-z0-9]+$");
    }
  }
}
