// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { isDate } from "../runtime/formats.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { failText } from "../runtime/scalars.js";
import { asObject, isLonger } from "../runtime/values.js";

const retrieveRefundHeadersVinrVersionPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
const retrieveRefundHeadersVinrVersion = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 10) && retrieveRefundHeadersVinrVersionPattern.test(value) && isDate(value)) || failText(value, 0, 10, at, retrieveRefundHeadersVinrVersionPattern, isDate, "a date such as 2026-04-15");
const retrieveRefundHeadersMembers: MemberTable = { "Vinr-Version": retrieveRefundHeadersVinrVersion };

/**
 * The headers of `retrieveRefund`, read.
 *
 * @example
 * ```ts
 * const headers: RetrieveRefundHeaders = { "Vinr-Version": "2026-04-01" };
 * ```
 */
export type RetrieveRefundHeaders = NonNullable<operations["retrieveRefund"]["parameters"]["header"]>;

/**
 * Reads the headers of `retrieveRefund`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseRetrieveRefundHeaders({ "Vinr-Version": "2026-04-01" });
 * if (result.ok) result.value; // { "Vinr-Version": "2026-04-01" }
 * ```
 */
export const parseRetrieveRefundHeaders = /* @__PURE__ */ parameterParser<RetrieveRefundHeaders>(
  { readers: [["Vinr-Version", { type: "text" }]], headers: true },
  checkRetrieveRefundHeaders,
  explainRetrieveRefundHeaders,
);

/** @internal */
export function checkRetrieveRefundHeaders(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object["Vinr-Version"] !== undefined && !retrieveRefundHeadersVinrVersion(object["Vinr-Version"])) return false;
  return true;
}

/** @internal */
export function explainRetrieveRefundHeaders(value: unknown, at: Trail): boolean {
  return explainObject(value, at, retrieveRefundHeadersMembers, 0);
}
