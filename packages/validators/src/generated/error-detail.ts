// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ErrorDetail } from "@vinr/types";
import { checkRequestId, explainRequestId } from "./request-id.js";
import { isUri } from "../runtime/addresses.js";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { failText, string, text } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { asObject, isLonger, isShorter } from "../runtime/values.js";

const errorDetailMessage = (value: unknown, at?: Trail): boolean => text(value, 0, 1000, at);
const errorDetailParam = (value: unknown, at?: Trail): boolean => text(value, 0, 255, at);
const errorDetailDeclineCodePattern = /^[a-z][a-z0-9_]*$/u;
const errorDetailDeclineCode = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 64) && errorDetailDeclineCodePattern.test(value)) || failText(value, 0, 64, at, errorDetailDeclineCodePattern);
const errorDetailDocUrl = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 2048) && isUri(value)) || failText(value, 0, 2048, at, undefined, isUri, "an absolute URI");
const errorDetailResourcePattern = /^[a-z]+_[A-Za-z0-9]+$/u;
const errorDetailResource = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 64) && !isShorter(value, 3) && errorDetailResourcePattern.test(value)) || failText(value, 3, 64, at, errorDetailResourcePattern);
const errorDetailMembers: MemberTable = {
  type: string,
  code: string,
  message: errorDetailMessage,
  request_id: explainRequestId,
  param: errorDetailParam,
  decline_code: errorDetailDeclineCode,
  doc_url: errorDetailDocUrl,
  resource: errorDetailResource,
};

/**
 * Whether a value is of type `ErrorDetail`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isErrorDetail({
 *   type: "authentication_error",
 *   code: "invalid_api_key",
 *   message: "The API key does not exist.",
 *   doc_url: "https://docs.vinr.com/errors/invalid_api_key",
 *   request_id: "req_8KdPz2",
 * }); // true
 * ```
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
 *
 * @example
 * ```ts
 * const result = validateErrorDetail(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateErrorDetail = /* @__PURE__ */ validator<ErrorDetail>(checkErrorDetail, explainErrorDetail);

/** @internal */
export function checkErrorDetail(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!string(object.type)) return false;
  if (!string(object.code)) return false;
  if (!errorDetailMessage(object.message)) return false;
  if (object.param !== undefined && !errorDetailParam(object.param)) return false;
  if (object.decline_code !== undefined && !errorDetailDeclineCode(object.decline_code)) return false;
  if (object.doc_url !== undefined && !errorDetailDocUrl(object.doc_url)) return false;
  if (!checkRequestId(object.request_id)) return false;
  if (object.resource !== undefined && !errorDetailResource(object.resource)) return false;
  return true;
}

/** @internal */
export function explainErrorDetail(value: unknown, at: Trail): boolean {
  return explainObject(value, at, errorDetailMembers, 4);
}
