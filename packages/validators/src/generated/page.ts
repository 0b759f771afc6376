// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Page } from "@vinr/types";
import { fail, failRequired, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject, countCharacters, isLonger, isShorter } from "../runtime/values.js";

const pageNextCursorPattern = /^[a-z]+_[A-Za-z0-9]+$/u;

/** Whether a value is of type `Page`. Never throws, and allocates nothing for plain data. */
export function isPage(value: unknown): value is Page {
  try {
    return checkPage(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `Page`, or all that is wrong with it. */
export const validatePage = /* @__PURE__ */ validator<Page>(
  function validatePage(value, options) {
    if (isPage(value)) return { ok: true, value };
    return explain(value, explainPage, options);
  },
);

/** @internal */
export function checkPage(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const hasMore = object.has_more;
  if (typeof hasMore !== "boolean") return false;
  const nextCursor = object.next_cursor;
  if (typeof nextCursor !== "string" && nextCursor !== null) return false;
  if (typeof nextCursor === "string") {
    if (isLonger(nextCursor, 64)) return false;
    if (isShorter(nextCursor, 3)) return false;
    if (!pageNextCursorPattern.test(nextCursor)) return false;
  }
  const totalEstimate = object.total_estimate;
  if (typeof totalEstimate !== "number" || !Number.isInteger(totalEstimate)) return false;
  if (totalEstimate < 0) return false;
  if (totalEstimate > 999999999999) return false;
  return true;
}

/** @internal */
export function explainPage(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    at.path.push("has_more");
    const hasMore = object.has_more;
    if (hasMore === undefined) {
      failRequired(at);
    } else {
      if (typeof hasMore !== "boolean") fail(at, hasMore, "type", "a boolean");
    }
    at.path.pop();
    at.path.push("next_cursor");
    const nextCursor = object.next_cursor;
    if (nextCursor === undefined) {
      failRequired(at);
    } else {
      if (typeof nextCursor !== "string" && nextCursor !== null) {
        fail(at, nextCursor, "type", "a string or null");
      } else {
        if (typeof nextCursor === "string") {
          if (isLonger(nextCursor, 64)) {
            fail(at, countCharacters(nextCursor), "max_length", "at most 64 characters long");
          } else {
            if (isShorter(nextCursor, 3)) {
              fail(at, countCharacters(nextCursor), "min_length", "at least 3 characters long");
            }
            if (!pageNextCursorPattern.test(nextCursor)) {
              fail(at, nextCursor, "pattern", "text that matches ^[a-z]+_[A-Za-z0-9]+$");
            }
          }
        }
      }
    }
    at.path.pop();
    at.path.push("total_estimate");
    const totalEstimate = object.total_estimate;
    if (totalEstimate === undefined) {
      failRequired(at);
    } else {
      if (typeof totalEstimate !== "number" || !Number.isInteger(totalEstimate)) {
        fail(at, totalEstimate, "type", "an integer");
      } else {
        if (totalEstimate < 0) fail(at, totalEstimate, "minimum", "at least 0");
        if (totalEstimate > 999999999999) fail(at, totalEstimate, "maximum", "at most 999999999999");
      }
    }
    at.path.pop();
  }
}
