// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { isDate } from "../runtime/formats.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { failText } from "../runtime/scalars.js";
import { asObject, isLonger } from "../runtime/values.js";

const listRefundsHeadersVinrVersionPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
const listRefundsHeadersVinrVersion = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 10) && listRefundsHeadersVinrVersionPattern.test(value) && isDate(value)) || failText(value, 0, 10, at, listRefundsHeadersVinrVersionPattern, isDate, "a date such as 2026-04-15");
const listRefundsHeadersMembers: MemberTable = { "Vinr-Version": listRefundsHeadersVinrVersion };

/**
 * The headers of `listRefunds`, read.
 *
 * @example
 * ```ts
 * const headers: ListRefundsHeaders = { "Vinr-Version": "2026-04-01" };
 * ```
 */
export type ListRefundsHeaders = NonNullable<operations["listRefunds"]["parameters"]["header"]>;

/**
 * Reads the headers of `listRefunds`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseListRefundsHeaders({ "Vinr-Version": "2026-04-01" });
 * if (result.ok) result.value; // { "Vinr-Version": "2026-04-01" }
 * ```
 */
export const parseListRefundsHeaders = /* @__PURE__ */ parameterParser<ListRefundsHeaders>(
  { readers: [["Vinr-Version", { type: "text" }]], headers: true },
  checkListRefundsHeaders,
  explainListRefundsHeaders,
);

/** @internal */
export function checkListRefundsHeaders(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object["Vinr-Version"] !== undefined && !listRefundsHeadersVinrVersion(object["Vinr-Version"])) return false;
  return true;
}

/** @internal */
export function explainListRefundsHeaders(value: unknown, at: Trail): boolean {
  return explainObject(value, at, listRefundsHeadersMembers, 0);
}
