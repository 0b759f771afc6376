// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { isDate } from "../runtime/formats.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { failText } from "../runtime/scalars.js";
import { asObject, isLonger } from "../runtime/values.js";

const retrieveSettlementHeadersVinrVersionPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
const retrieveSettlementHeadersVinrVersion = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 10) && retrieveSettlementHeadersVinrVersionPattern.test(value) && isDate(value)) || failText(value, 0, 10, at, retrieveSettlementHeadersVinrVersionPattern, isDate, "a date such as 2026-04-15");
const retrieveSettlementHeadersMembers: MemberTable = { "Vinr-Version": retrieveSettlementHeadersVinrVersion };

/**
 * The headers of `retrieveSettlement`, read.
 *
 * @example
 * ```ts
 * const headers: RetrieveSettlementHeaders = { "Vinr-Version": "2026-04-01" };
 * ```
 */
export type RetrieveSettlementHeaders = NonNullable<operations["retrieveSettlement"]["parameters"]["header"]>;

/**
 * Reads the headers of `retrieveSettlement`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseRetrieveSettlementHeaders({ "Vinr-Version": "2026-04-01" });
 * if (result.ok) result.value; // { "Vinr-Version": "2026-04-01" }
 * ```
 */
export const parseRetrieveSettlementHeaders = /* @__PURE__ */ parameterParser<RetrieveSettlementHeaders>(
  { readers: [["Vinr-Version", { type: "text" }]], headers: true },
  checkRetrieveSettlementHeaders,
  explainRetrieveSettlementHeaders,
);

/** @internal */
export function checkRetrieveSettlementHeaders(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object["Vinr-Version"] !== undefined && !retrieveSettlementHeadersVinrVersion(object["Vinr-Version"])) return false;
  return true;
}

/** @internal */
export function explainRetrieveSettlementHeaders(value: unknown, at: Trail): boolean {
  return explainObject(value, at, retrieveSettlementHeadersMembers, 0);
}
