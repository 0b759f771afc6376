// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { isDate } from "../runtime/formats.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { failText } from "../runtime/scalars.js";
import { asObject, isLonger, isShorter } from "../runtime/values.js";

const cancelPaymentHeadersIdempotencyKeyPattern = /^[\x21-\x7E]+$/u;
const cancelPaymentHeadersIdempotencyKey = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 255) && !isShorter(value, 1) && cancelPaymentHeadersIdempotencyKeyPattern.test(value)) || failText(value, 1, 255, at, cancelPaymentHeadersIdempotencyKeyPattern);
const cancelPaymentHeadersVinrVersionPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
const cancelPaymentHeadersVinrVersion = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 10) && cancelPaymentHeadersVinrVersionPattern.test(value) && isDate(value)) || failText(value, 0, 10, at, cancelPaymentHeadersVinrVersionPattern, isDate, "a date such as 2026-04-15");
const cancelPaymentHeadersMembers: MemberTable = {
  "Idempotency-Key": cancelPaymentHeadersIdempotencyKey,
  "Vinr-Version": cancelPaymentHeadersVinrVersion,
};

/**
 * The headers of `cancelPayment`, read.
 *
 * @example
 * ```ts
 * const headers: CancelPaymentHeaders = { "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" };
 * ```
 */
export type CancelPaymentHeaders = NonNullable<operations["cancelPayment"]["parameters"]["header"]>;

/**
 * Reads the headers of `cancelPayment`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseCancelPaymentHeaders({ "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" });
 * if (result.ok) result.value; // { "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" }
 * ```
 */
export const parseCancelPaymentHeaders = /* @__PURE__ */ parameterParser<CancelPaymentHeaders>(
  { readers: [["Idempotency-Key", { type: "text" }], ["Vinr-Version", { type: "text" }]], headers: true },
  checkCancelPaymentHeaders,
  explainCancelPaymentHeaders,
);

/** @internal */
export function checkCancelPaymentHeaders(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object["Idempotency-Key"] !== undefined && !cancelPaymentHeadersIdempotencyKey(object["Idempotency-Key"])) return false;
  if (object["Vinr-Version"] !== undefined && !cancelPaymentHeadersVinrVersion(object["Vinr-Version"])) return false;
  return true;
}

/** @internal */
export function explainCancelPaymentHeaders(value: unknown, at: Trail): boolean {
  return explainObject(value, at, cancelPaymentHeadersMembers, 0);
}
