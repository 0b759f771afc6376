// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { isDate } from "../runtime/formats.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { failText } from "../runtime/scalars.js";
import { asObject, isLonger } from "../runtime/values.js";

const retrievePaymentHeadersVinrVersionPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
const retrievePaymentHeadersVinrVersion = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 10) && retrievePaymentHeadersVinrVersionPattern.test(value) && isDate(value)) || failText(value, 0, 10, at, retrievePaymentHeadersVinrVersionPattern, isDate, "a date such as 2026-04-15");
const retrievePaymentHeadersMembers: MemberTable = { "Vinr-Version": retrievePaymentHeadersVinrVersion };

/**
 * The headers of `retrievePayment`, read.
 *
 * @example
 * ```ts
 * const headers: RetrievePaymentHeaders = { "Vinr-Version": "2026-04-01" };
 * ```
 */
export type RetrievePaymentHeaders = NonNullable<operations["retrievePayment"]["parameters"]["header"]>;

/**
 * Reads the headers of `retrievePayment`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseRetrievePaymentHeaders({ "Vinr-Version": "2026-04-01" });
 * if (result.ok) result.value; // { "Vinr-Version": "2026-04-01" }
 * ```
 */
export const parseRetrievePaymentHeaders = /* @__PURE__ */ parameterParser<RetrievePaymentHeaders>(
  { readers: [["Vinr-Version", { type: "text" }]], headers: true },
  checkRetrievePaymentHeaders,
  explainRetrievePaymentHeaders,
);

/** @internal */
export function checkRetrievePaymentHeaders(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object["Vinr-Version"] !== undefined && !retrievePaymentHeadersVinrVersion(object["Vinr-Version"])) return false;
  return true;
}

/** @internal */
export function explainRetrievePaymentHeaders(value: unknown, at: Trail): boolean {
  return explainObject(value, at, retrievePaymentHeadersMembers, 0);
}
