// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ErrorDetail } from "@vinr/types";
import { checkRequestId } from "./request-id.js";
import { uri } from "../runtime/addresses.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { boundedString, string } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

const errorDetailMessage = /* @__PURE__ */ boundedString(0, 1000);
const errorDetailParam = /* @__PURE__ */ boundedString(0, 255);
const errorDetailDeclineCode = /* @__PURE__ */ boundedString(0, 64, /^[a-z][a-z0-9_]*$/u);
const errorDetailDocUrl = /* @__PURE__ */ boundedString(0, 2048, undefined, uri);
const errorDetailResource = /* @__PURE__ */ boundedString(3, 64, /^[a-z]+_[A-Za-z0-9]+$/u);

/** @internal */
export const checkErrorDetail: Check = /* @__PURE__ */ object(
  (members, at) =>
    string(members.type, at, "type") &&
    string(members.code, at, "code") &&
    errorDetailMessage(members.message, at, "message") &&
    (members.param === undefined || errorDetailParam(members.param, at, "param")) &&
    (members.decline_code === undefined || errorDetailDeclineCode(members.decline_code, at, "decline_code")) &&
    (members.doc_url === undefined || errorDetailDocUrl(members.doc_url, at, "doc_url")) &&
    checkRequestId(members.request_id, at, "request_id") &&
    (members.resource === undefined || errorDetailResource(members.resource, at, "resource")),
);

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
  return isValid(checkErrorDetail, value);
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
export const validateErrorDetail = /* @__PURE__ */ validator<ErrorDetail>(checkErrorDetail);
