// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { isDate } from "../runtime/formats.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { failText } from "../runtime/scalars.js";
import { asObject, isLonger, isShorter } from "../runtime/values.js";

const createRefundHeadersIdempotencyKeyPattern = /^[\x21-\x7E]+$/u;
const createRefundHeadersIdempotencyKey = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 255) && !isShorter(value, 1) && createRefundHeadersIdempotencyKeyPattern.test(value)) || failText(value, 1, 255, at, createRefundHeadersIdempotencyKeyPattern);
const createRefundHeadersVinrVersionPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
const createRefundHeadersVinrVersion = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 10) && createRefundHeadersVinrVersionPattern.test(value) && isDate(value)) || failText(value, 0, 10, at, createRefundHeadersVinrVersionPattern, isDate, "a date such as 2026-04-15");
const createRefundHeadersMembers: MemberTable = {
  "Idempotency-Key": createRefundHeadersIdempotencyKey,
  "Vinr-Version": createRefundHeadersVinrVersion,
};

/**
 * The headers of `createRefund`, read.
 *
 * @example
 * ```ts
 * const headers: CreateRefundHeaders = { "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" };
 * ```
 */
export type CreateRefundHeaders = NonNullable<operations["createRefund"]["parameters"]["header"]>;

/**
 * Reads the headers of `createRefund`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseCreateRefundHeaders({ "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" });
 * if (result.ok) result.value; // { "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" }
 * ```
 */
export const parseCreateRefundHeaders = /* @__PURE__ */ parameterParser<CreateRefundHeaders>(
  { readers: [["Idempotency-Key", { type: "text" }], ["Vinr-Version", { type: "text" }]], headers: true },
  checkCreateRefundHeaders,
  explainCreateRefundHeaders,
);

/** @internal */
export function checkCreateRefundHeaders(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object["Idempotency-Key"] !== undefined && !createRefundHeadersIdempotencyKey(object["Idempotency-Key"])) return false;
  if (object["Vinr-Version"] !== undefined && !createRefundHeadersVinrVersion(object["Vinr-Version"])) return false;
  return true;
}

/** @internal */
export function explainCreateRefundHeaders(value: unknown, at: Trail): boolean {
  return explainObject(value, at, createRefundHeadersMembers, 0);
}
