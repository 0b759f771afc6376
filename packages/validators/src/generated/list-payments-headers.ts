// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { isDate } from "../runtime/formats.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { failText } from "../runtime/scalars.js";
import { asObject, isLonger } from "../runtime/values.js";

const listPaymentsHeadersVinrVersionPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
const listPaymentsHeadersVinrVersion = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 10) && listPaymentsHeadersVinrVersionPattern.test(value) && isDate(value)) || failText(value, 0, 10, at, listPaymentsHeadersVinrVersionPattern, isDate, "a date such as 2026-04-15");
const listPaymentsHeadersMembers: MemberTable = { "Vinr-Version": listPaymentsHeadersVinrVersion };

/**
 * The headers of `listPayments`, read.
 *
 * @example
 * ```ts
 * const headers: ListPaymentsHeaders = { "Vinr-Version": "2026-04-01" };
 * ```
 */
export type ListPaymentsHeaders = NonNullable<operations["listPayments"]["parameters"]["header"]>;

/**
 * Reads the headers of `listPayments`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseListPaymentsHeaders({ "Vinr-Version": "2026-04-01" });
 * if (result.ok) result.value; // { "Vinr-Version": "2026-04-01" }
 * ```
 */
export const parseListPaymentsHeaders = /* @__PURE__ */ parameterParser<ListPaymentsHeaders>(
  { readers: [["Vinr-Version", { type: "text" }]], headers: true },
  checkListPaymentsHeaders,
  explainListPaymentsHeaders,
);

/** @internal */
export function checkListPaymentsHeaders(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object["Vinr-Version"] !== undefined && !listPaymentsHeadersVinrVersion(object["Vinr-Version"])) return false;
  return true;
}

/** @internal */
export function explainListPaymentsHeaders(value: unknown, at: Trail): boolean {
  return explainObject(value, at, listPaymentsHeadersMembers, 0);
}
