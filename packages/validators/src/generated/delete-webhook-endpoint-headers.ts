// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { isDate } from "../runtime/formats.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { failText } from "../runtime/scalars.js";
import { asObject, isLonger } from "../runtime/values.js";

const deleteWebhookEndpointHeadersVinrVersionPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
const deleteWebhookEndpointHeadersVinrVersion = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 10) && deleteWebhookEndpointHeadersVinrVersionPattern.test(value) && isDate(value)) || failText(value, 0, 10, at, deleteWebhookEndpointHeadersVinrVersionPattern, isDate, "a date such as 2026-04-15");
const deleteWebhookEndpointHeadersMembers: MemberTable = { "Vinr-Version": deleteWebhookEndpointHeadersVinrVersion };

/**
 * The headers of `deleteWebhookEndpoint`, read.
 *
 * @example
 * ```ts
 * const headers: DeleteWebhookEndpointHeaders = { "Vinr-Version": "2026-04-01" };
 * ```
 */
export type DeleteWebhookEndpointHeaders = NonNullable<operations["deleteWebhookEndpoint"]["parameters"]["header"]>;

/**
 * Reads the headers of `deleteWebhookEndpoint`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseDeleteWebhookEndpointHeaders({ "Vinr-Version": "2026-04-01" });
 * if (result.ok) result.value; // { "Vinr-Version": "2026-04-01" }
 * ```
 */
export const parseDeleteWebhookEndpointHeaders = /* @__PURE__ */ parameterParser<DeleteWebhookEndpointHeaders>(
  { readers: [["Vinr-Version", { type: "text" }]], headers: true },
  checkDeleteWebhookEndpointHeaders,
  explainDeleteWebhookEndpointHeaders,
);

/** @internal */
export function checkDeleteWebhookEndpointHeaders(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object["Vinr-Version"] !== undefined && !deleteWebhookEndpointHeadersVinrVersion(object["Vinr-Version"])) return false;
  return true;
}

/** @internal */
export function explainDeleteWebhookEndpointHeaders(value: unknown, at: Trail): boolean {
  return explainObject(value, at, deleteWebhookEndpointHeadersMembers, 0);
}
