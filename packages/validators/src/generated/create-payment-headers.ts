// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { isDate } from "../runtime/formats.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { failText } from "../runtime/scalars.js";
import { asObject, isLonger, isShorter } from "../runtime/values.js";

const createPaymentHeadersIdempotencyKeyPattern = /^[\x21-\x7E]+$/u;
const createPaymentHeadersIdempotencyKey = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 255) && !isShorter(value, 1) && createPaymentHeadersIdempotencyKeyPattern.test(value)) || failText(value, 1, 255, at, createPaymentHeadersIdempotencyKeyPattern);
const createPaymentHeadersVinrVersionPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
const createPaymentHeadersVinrVersion = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 10) && createPaymentHeadersVinrVersionPattern.test(value) && isDate(value)) || failText(value, 0, 10, at, createPaymentHeadersVinrVersionPattern, isDate, "a date such as 2026-04-15");
const createPaymentHeadersMembers: MemberTable = {
  "Idempotency-Key": createPaymentHeadersIdempotencyKey,
  "Vinr-Version": createPaymentHeadersVinrVersion,
};

/**
 * The headers of `createPayment`, read.
 *
 * @example
 * ```ts
 * const headers: CreatePaymentHeaders = { "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" };
 * ```
 */
export type CreatePaymentHeaders = NonNullable<operations["createPayment"]["parameters"]["header"]>;

/**
 * Reads the headers of `createPayment`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseCreatePaymentHeaders({ "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" });
 * if (result.ok) result.value; // { "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" }
 * ```
 */
export const parseCreatePaymentHeaders = /* @__PURE__ */ parameterParser<CreatePaymentHeaders>(
  { readers: [["Idempotency-Key", { type: "text" }], ["Vinr-Version", { type: "text" }]], headers: true },
  checkCreatePaymentHeaders,
  explainCreatePaymentHeaders,
);

/** @internal */
export function checkCreatePaymentHeaders(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object["Idempotency-Key"] !== undefined && !createPaymentHeadersIdempotencyKey(object["Idempotency-Key"])) return false;
  if (object["Vinr-Version"] !== undefined && !createPaymentHeadersVinrVersion(object["Vinr-Version"])) return false;
  return true;
}

/** @internal */
export function explainCreatePaymentHeaders(value: unknown, at: Trail): boolean {
  return explainObject(value, at, createPaymentHeadersMembers, 0);
}
