// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { isDate } from "../runtime/formats.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { failText } from "../runtime/scalars.js";
import { asObject, isLonger } from "../runtime/values.js";

const listSettlementTransactionsHeadersVinrVersionPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
const listSettlementTransactionsHeadersVinrVersion = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 10) && listSettlementTransactionsHeadersVinrVersionPattern.test(value) && isDate(value)) || failText(value, 0, 10, at, listSettlementTransactionsHeadersVinrVersionPattern, isDate, "a date such as 2026-04-15");
const listSettlementTransactionsHeadersMembers: MemberTable = { "Vinr-Version": listSettlementTransactionsHeadersVinrVersion };

/**
 * The headers of `listSettlementTransactions`, read.
 *
 * @example
 * ```ts
 * const headers: ListSettlementTransactionsHeaders = { "Vinr-Version": "2026-04-01" };
 * ```
 */
export type ListSettlementTransactionsHeaders = NonNullable<operations["listSettlementTransactions"]["parameters"]["header"]>;

/**
 * Reads the headers of `listSettlementTransactions`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseListSettlementTransactionsHeaders({ "Vinr-Version": "2026-04-01" });
 * if (result.ok) result.value; // { "Vinr-Version": "2026-04-01" }
 * ```
 */
export const parseListSettlementTransactionsHeaders = /* @__PURE__ */ parameterParser<ListSettlementTransactionsHeaders>(
  { readers: [["Vinr-Version", { type: "text" }]], headers: true },
  checkListSettlementTransactionsHeaders,
  explainListSettlementTransactionsHeaders,
);

/** @internal */
export function checkListSettlementTransactionsHeaders(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object["Vinr-Version"] !== undefined && !listSettlementTransactionsHeadersVinrVersion(object["Vinr-Version"])) return false;
  return true;
}

/** @internal */
export function explainListSettlementTransactionsHeaders(value: unknown, at: Trail): boolean {
  return explainObject(value, at, listSettlementTransactionsHeadersMembers, 0);
}
