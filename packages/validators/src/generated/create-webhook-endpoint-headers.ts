// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { isDate } from "../runtime/formats.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { failText } from "../runtime/scalars.js";
import { asObject, isLonger, isShorter } from "../runtime/values.js";

const createWebhookEndpointHeadersIdempotencyKeyPattern = /^[\x21-\x7E]+$/u;
const createWebhookEndpointHeadersIdempotencyKey = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 255) && !isShorter(value, 1) && createWebhookEndpointHeadersIdempotencyKeyPattern.test(value)) || failText(value, 1, 255, at, createWebhookEndpointHeadersIdempotencyKeyPattern);
const createWebhookEndpointHeadersVinrVersionPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
const createWebhookEndpointHeadersVinrVersion = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 10) && createWebhookEndpointHeadersVinrVersionPattern.test(value) && isDate(value)) || failText(value, 0, 10, at, createWebhookEndpointHeadersVinrVersionPattern, isDate, "a date such as 2026-04-15");
const createWebhookEndpointHeadersMembers: MemberTable = {
  "Idempotency-Key": createWebhookEndpointHeadersIdempotencyKey,
  "Vinr-Version": createWebhookEndpointHeadersVinrVersion,
};

/**
 * The headers of `createWebhookEndpoint`, read.
 *
 * @example
 * ```ts
 * const headers: CreateWebhookEndpointHeaders = { "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" };
 * ```
 */
export type CreateWebhookEndpointHeaders = NonNullable<operations["createWebhookEndpoint"]["parameters"]["header"]>;

/**
 * Reads the headers of `createWebhookEndpoint`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseCreateWebhookEndpointHeaders({ "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" });
 * if (result.ok) result.value; // { "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" }
 * ```
 */
export const parseCreateWebhookEndpointHeaders = /* @__PURE__ */ parameterParser<CreateWebhookEndpointHeaders>(
  { readers: [["Idempotency-Key", { type: "text" }], ["Vinr-Version", { type: "text" }]], headers: true },
  checkCreateWebhookEndpointHeaders,
  explainCreateWebhookEndpointHeaders,
);

/** @internal */
export function checkCreateWebhookEndpointHeaders(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object["Idempotency-Key"] !== undefined && !createWebhookEndpointHeadersIdempotencyKey(object["Idempotency-Key"])) return false;
  if (object["Vinr-Version"] !== undefined && !createWebhookEndpointHeadersVinrVersion(object["Vinr-Version"])) return false;
  return true;
}

/** @internal */
export function explainCreateWebhookEndpointHeaders(value: unknown, at: Trail): boolean {
  return explainObject(value, at, createWebhookEndpointHeadersMembers, 0);
}
