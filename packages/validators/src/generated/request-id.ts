// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RequestId } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";
import { countCharacters, isLonger, isShorter } from "../runtime/values.js";

const requestIdPattern = /^req_[A-Za-z0-9]+$/u;

/** Whether a value is of type `RequestId`. Never throws, and allocates nothing for plain data. */
export function isRequestId(value: unknown): value is RequestId {
  try {
    return checkRequestId(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `RequestId`, or all that is wrong with it. */
export const validateRequestId = /* @__PURE__ */ validator<RequestId>(
  function validateRequestId(value, options) {
    if (isRequestId(value)) return { ok: true, value };
    return explain(value, explainRequestId, options);
  },
);

/** @internal */
export function checkRequestId(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (isLonger(value, 64)) return false;
  if (isShorter(value, 5)) return false;
  if (!requestIdPattern.test(value)) return false;
  return true;
}

/** @internal */
export function explainRequestId(value: unknown, at: Trail): void {
  if (typeof value !== "string") {
    fail(at, value, "type", "a string");
  } else {
    if (isLonger(value, 64)) {
      fail(at, countCharacters(value), "max_length", "at most 64 characters long");
    } else {
      if (isShorter(value, 5)) fail(at, countCharacters(value), "min_length", "at least 5 characters long");
      if (!requestIdPattern.test(value)) fail(at, value, "pattern", "text that matches ^req_[A-Za-z0-9]+$");
    }
  }
}
