// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { isDate } from "../runtime/formats.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { failText } from "../runtime/scalars.js";
import { asObject, isLonger } from "../runtime/values.js";

const listSettlementsHeadersVinrVersionPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
const listSettlementsHeadersVinrVersion = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 10) && listSettlementsHeadersVinrVersionPattern.test(value) && isDate(value)) || failText(value, 0, 10, at, listSettlementsHeadersVinrVersionPattern, isDate, "a date such as 2026-04-15");
const listSettlementsHeadersMembers: MemberTable = { "Vinr-Version": listSettlementsHeadersVinrVersion };

/**
 * The headers of `listSettlements`, read.
 *
 * @example
 * ```ts
 * const headers: ListSettlementsHeaders = { "Vinr-Version": "2026-04-01" };
 * ```
 */
export type ListSettlementsHeaders = NonNullable<operations["listSettlements"]["parameters"]["header"]>;

/**
 * Reads the headers of `listSettlements`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseListSettlementsHeaders({ "Vinr-Version": "2026-04-01" });
 * if (result.ok) result.value; // { "Vinr-Version": "2026-04-01" }
 * ```
 */
export const parseListSettlementsHeaders = /* @__PURE__ */ parameterParser<ListSettlementsHeaders>(
  { readers: [["Vinr-Version", { type: "text" }]], headers: true },
  checkListSettlementsHeaders,
  explainListSettlementsHeaders,
);

/** @internal */
export function checkListSettlementsHeaders(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object["Vinr-Version"] !== undefined && !listSettlementsHeadersVinrVersion(object["Vinr-Version"])) return false;
  return true;
}

/** @internal */
export function explainListSettlementsHeaders(value: unknown, at: Trail): boolean {
  return explainObject(value, at, listSettlementsHeadersMembers, 0);
}
