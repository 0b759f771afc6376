// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { isDate } from "../runtime/formats.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { failText } from "../runtime/scalars.js";
import { asObject, isLonger } from "../runtime/values.js";

const listWebhookEndpointsHeadersVinrVersionPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
const listWebhookEndpointsHeadersVinrVersion = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 10) && listWebhookEndpointsHeadersVinrVersionPattern.test(value) && isDate(value)) || failText(value, 0, 10, at, listWebhookEndpointsHeadersVinrVersionPattern, isDate, "a date such as 2026-04-15");
const listWebhookEndpointsHeadersMembers: MemberTable = { "Vinr-Version": listWebhookEndpointsHeadersVinrVersion };

/**
 * The headers of `listWebhookEndpoints`, read.
 *
 * @example
 * ```ts
 * const headers: ListWebhookEndpointsHeaders = { "Vinr-Version": "2026-04-01" };
 * ```
 */
export type ListWebhookEndpointsHeaders = NonNullable<operations["listWebhookEndpoints"]["parameters"]["header"]>;

/**
 * Reads the headers of `listWebhookEndpoints`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseListWebhookEndpointsHeaders({ "Vinr-Version": "2026-04-01" });
 * if (result.ok) result.value; // { "Vinr-Version": "2026-04-01" }
 * ```
 */
export const parseListWebhookEndpointsHeaders = /* @__PURE__ */ parameterParser<ListWebhookEndpointsHeaders>(
  { readers: [["Vinr-Version", { type: "text" }]], headers: true },
  checkListWebhookEndpointsHeaders,
  explainListWebhookEndpointsHeaders,
);

/** @internal */
export function checkListWebhookEndpointsHeaders(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object["Vinr-Version"] !== undefined && !listWebhookEndpointsHeadersVinrVersion(object["Vinr-Version"])) return false;
  return true;
}

/** @internal */
export function explainListWebhookEndpointsHeaders(value: unknown, at: Trail): boolean {
  return explainObject(value, at, listWebhookEndpointsHeadersMembers, 0);
}
