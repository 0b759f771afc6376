// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ReturnUrl } from "@vinr/types";
import { isUri } from "../runtime/addresses.js";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";
import { countCharacters, isLonger } from "../runtime/values.js";

const returnUrlPattern = /^https?:\/\/[^\s]+$/u;

/** Whether a value is of type `ReturnUrl`. Never throws, and allocates nothing for plain data. */
export function isReturnUrl(value: unknown): value is ReturnUrl {
  try {
    return checkReturnUrl(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `ReturnUrl`, or all that is wrong with it. */
export const validateReturnUrl = /* @__PURE__ */ validator<ReturnUrl>(
  function validateReturnUrl(value, options) {
    if (isReturnUrl(value)) return { ok: true, value };
    return explain(value, explainReturnUrl, options);
  },
);

/** @internal */
export function checkReturnUrl(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (isLonger(value, 2048)) return false;
  if (!returnUrlPattern.test(value)) return false;
  if (!isUri(value)) return false;
  return true;
}

/** @internal */
export function explainReturnUrl(value: unknown, at: Trail): void {
  if (typeof value !== "string") {
    fail(at, value, "type", "a string");
  } else {
    if (isLonger(value, 2048)) {
      fail(at, countCharacters(value), "max_length", "at most 2048 characters long");
    } else {
      if (!returnUrlPattern.test(value)) fail(at, value, "pattern", "text that matches ^https?://[^\\s]+$");
      if (!isUri(value)) fail(at, value, "format", "an absolute URI");
    }
  }
}
