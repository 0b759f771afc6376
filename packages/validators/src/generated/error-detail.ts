// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ErrorDetail } from "@vinr/types";
import { checkRequestId } from "./request-id.js";
import { uri } from "../runtime/addresses.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { boundedString, string } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

const textUpToLength1000 = /* @__PURE__ */ boundedString(0, 1000);
const textUpToLength255 = /* @__PURE__ */ boundedString(0, 255);
const errorDetailDeclineCode = /* @__PURE__ */ boundedString(0, 64, /^[a-z][a-z0-9_]*$/u);
const uriUpToLength2048 = /* @__PURE__ */ boundedString(0, 2048, undefined, uri);
const errorDetailResource = /* @__PURE__ */ boundedString(3, 64, /^[a-z]+_[A-Za-z0-9]+$/u);

/** @internal */
export const checkErrorDetail: Check = /* @__PURE__ */ object(
  (members, context) =>
    string(members.type, context, "type") &&
    string(members.code, context, "code") &&
    textUpToLength1000(members.message, context, "message") &&
    (members.param === undefined || textUpToLength255(members.param, context, "param")) &&
    (members.decline_code === undefined || errorDetailDeclineCode(members.decline_code, context, "decline_code")) &&
    (members.doc_url === undefined || uriUpToLength2048(members.doc_url, context, "doc_url")) &&
    checkRequestId(members.request_id, context, "request_id") &&
    (members.resource === undefined || errorDetailResource(members.resource, context, "resource")),
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
 * Validates the value; returns it typed as `ErrorDetail`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateErrorDetail(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateErrorDetail = /* @__PURE__ */ validator<ErrorDetail>(checkErrorDetail);
