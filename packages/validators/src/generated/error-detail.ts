// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ErrorDetail } from "@vinr/types";
import { checkErrorCode, explainErrorCode } from "./error-code.js";
import { checkErrorType, explainErrorType } from "./error-type.js";
import { checkRequestId, explainRequestId } from "./request-id.js";
import { isUri } from "../runtime/addresses.js";
import { fail, failRequired, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject, countCharacters, isLonger, isShorter } from "../runtime/values.js";

const errorDetailDeclineCodePattern = /^[a-z][a-z0-9_]*$/u;
const errorDetailResourcePattern = /^[a-z]+_[A-Za-z0-9]+$/u;

/**
 * Whether a value is of type `ErrorDetail`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isErrorDetail(value: unknown): value is ErrorDetail {
  try {
    return checkErrorDetail(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `ErrorDetail`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateErrorDetail = /* @__PURE__ */ validator<ErrorDetail>(
  function validateErrorDetail(value, options) {
    if (isErrorDetail(value)) return { ok: true, value };
    return explain(value, explainErrorDetail, options);
  },
);

/** @internal */
export function checkErrorDetail(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const type = object.type;
  if (!checkErrorType(type)) return false;
  const code = object.code;
  if (!checkErrorCode(code)) return false;
  const message = object.message;
  if (typeof message !== "string") return false;
  if (isLonger(message, 1000)) return false;
  const param = object.param;
  if (param !== undefined) {
    if (typeof param !== "string") return false;
    if (isLonger(param, 255)) return false;
  }
  const declineCode = object.decline_code;
  if (declineCode !== undefined) {
    if (typeof declineCode !== "string") return false;
    if (isLonger(declineCode, 64)) return false;
    if (!errorDetailDeclineCodePattern.test(declineCode)) return false;
  }
  const docUrl = object.doc_url;
  if (docUrl !== undefined) {
    if (typeof docUrl !== "string") return false;
    if (isLonger(docUrl, 2048)) return false;
    if (!isUri(docUrl)) return false;
  }
  const requestId = object.request_id;
  if (!checkRequestId(requestId)) return false;
  const resource = object.resource;
  if (resource !== undefined) {
    if (typeof resource !== "string") return false;
    if (isLonger(resource, 64)) return false;
    if (isShorter(resource, 3)) return false;
    if (!errorDetailResourcePattern.test(resource)) return false;
  }
  return true;
}

/** @internal */
export function explainErrorDetail(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    explainProperty(at, object, "type", true, explainErrorType);
    explainProperty(at, object, "code", true, explainErrorCode);
    at.path.push("message");
    const message = object.message;
    if (message === undefined) {
      failRequired(at);
    } else {
      if (typeof message !== "string") {
        fail(at, message, "type", "a string");
      } else {
        if (isLonger(message, 1000)) fail(at, countCharacters(message), "max_length", "at most 1000 characters long");
      }
    }
    at.path.pop();
    at.path.push("param");
    const param = object.param;
    if (param !== undefined) {
      if (typeof param !== "string") {
        fail(at, param, "type", "a string");
      } else {
        if (isLonger(param, 255)) fail(at, countCharacters(param), "max_length", "at most 255 characters long");
      }
    }
    at.path.pop();
    at.path.push("decline_code");
    const declineCode = object.decline_code;
    if (declineCode !== undefined) {
      if (typeof declineCode !== "string") {
        fail(at, declineCode, "type", "a string");
      } else {
        if (isLonger(declineCode, 64)) {
          fail(at, countCharacters(declineCode), "max_length", "at most 64 characters long");
        } else {
          if (!errorDetailDeclineCodePattern.test(declineCode)) {
            fail(at, declineCode, "pattern", "text that matches ^[a-z][a-z0-9_]*$");
          }
        }
      }
    }
    at.path.pop();
    at.path.push("doc_url");
    const docUrl = object.doc_url;
    if (docUrl !== undefined) {
      if (typeof docUrl !== "string") {
        fail(at, docUrl, "type", "a string");
      } else {
        if (isLonger(docUrl, 2048)) {
          fail(at, countCharacters(docUrl), "max_length", "at most 2048 characters long");
        } else {
          if (!isUri(docUrl)) fail(at, docUrl, "format", "an absolute URI");
        }
      }
    }
    at.path.pop();
    explainProperty(at, object, "request_id", true, explainRequestId);
    at.path.push("resource");
    const resource = object.resource;
    if (resource !== undefined) {
      if (typeof resource !== "string") {
        fail(at, resource, "type", "a string");
      } else {
        if (isLonger(resource, 64)) {
          fail(at, countCharacters(resource), "max_length", "at most 64 characters long");
        } else {
          if (isShorter(resource, 3)) fail(at, countCharacters(resource), "min_length", "at least 3 characters long");
          if (!errorDetailResourcePattern.test(resource)) {
            fail(at, resource, "pattern", "text that matches ^[a-z]+_[A-Za-z0-9]+$");
          }
        }
      }
    }
    at.path.pop();
  }
}
