// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { isDate } from "../runtime/formats.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { failText } from "../runtime/scalars.js";
import { asObject, isLonger, isShorter } from "../runtime/values.js";

const capturePaymentHeadersIdempotencyKeyPattern = /^[\x21-\x7E]+$/u;
const capturePaymentHeadersIdempotencyKey = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 255) && !isShorter(value, 1) && capturePaymentHeadersIdempotencyKeyPattern.test(value)) || failText(value, 1, 255, at, capturePaymentHeadersIdempotencyKeyPattern);
const capturePaymentHeadersVinrVersionPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
const capturePaymentHeadersVinrVersion = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 10) && capturePaymentHeadersVinrVersionPattern.test(value) && isDate(value)) || failText(value, 0, 10, at, capturePaymentHeadersVinrVersionPattern, isDate, "a date such as 2026-04-15");
const capturePaymentHeadersMembers: MemberTable = {
  "Idempotency-Key": capturePaymentHeadersIdempotencyKey,
  "Vinr-Version": capturePaymentHeadersVinrVersion,
};

/**
 * The headers of `capturePayment`, read.
 *
 * @example
 * ```ts
 * const headers: CapturePaymentHeaders = { "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" };
 * ```
 */
export type CapturePaymentHeaders = NonNullable<operations["capturePayment"]["parameters"]["header"]>;

/**
 * Reads the headers of `capturePayment`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseCapturePaymentHeaders({ "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" });
 * if (result.ok) result.value; // { "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" }
 * ```
 */
export const parseCapturePaymentHeaders = /* @__PURE__ */ parameterParser<CapturePaymentHeaders>(
  { readers: [["Idempotency-Key", { type: "text" }], ["Vinr-Version", { type: "text" }]], headers: true },
  checkCapturePaymentHeaders,
  explainCapturePaymentHeaders,
);

/** @internal */
export function checkCapturePaymentHeaders(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object["Idempotency-Key"] !== undefined && !capturePaymentHeadersIdempotencyKey(object["Idempotency-Key"])) return false;
  if (object["Vinr-Version"] !== undefined && !capturePaymentHeadersVinrVersion(object["Vinr-Version"])) return false;
  return true;
}

/** @internal */
export function explainCapturePaymentHeaders(value: unknown, at: Trail): boolean {
  return explainObject(value, at, capturePaymentHeadersMembers, 0);
}
