// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkCursor, explainCursor } from "./cursor.js";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { integer } from "../runtime/scalars.js";
import { asObject } from "../runtime/values.js";

const listSettlementTransactionsQueryLimit = (value: unknown, at?: Trail): boolean => integer(value, 1, 100, at);
const listSettlementTransactionsQueryMembers: MemberTable = {
  limit: listSettlementTransactionsQueryLimit,
  starting_after: explainCursor,
  ending_before: explainCursor,
};

/**
 * The query of `listSettlementTransactions`, read.
 *
 * @example
 * ```ts
 * const query: ListSettlementTransactionsQuery = { limit: 25 };
 * ```
 */
export type ListSettlementTransactionsQuery = NonNullable<operations["listSettlementTransactions"]["parameters"]["query"]> & Required<Pick<NonNullable<operations["listSettlementTransactions"]["parameters"]["query"]>, "limit">>;

/**
 * Reads the query of `listSettlementTransactions`, defaults filled in.
 * A parameter that is not known, that is given twice, or that is not written plainly (`05`, `1e1`) is an issue.
 *
 * @example
 * ```ts
 * const result = parseListSettlementTransactionsQuery(new URLSearchParams("limit=25"));
 * if (result.ok) result.value; // { limit: 25 }
 * ```
 */
export const parseListSettlementTransactionsQuery = /* @__PURE__ */ parameterParser<ListSettlementTransactionsQuery>(
  { readers: [["limit", { type: "integer" }], ["starting_after", { type: "text" }], ["ending_before", { type: "text" }]], defaults: { limit: 25 }, exclusive: [["starting_after", "ending_before"]] },
  checkListSettlementTransactionsQuery,
  explainListSettlementTransactionsQuery,
);

/** @internal */
export function checkListSettlementTransactionsQuery(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object.limit !== undefined && !listSettlementTransactionsQueryLimit(object.limit)) return false;
  if (object.starting_after !== undefined && !checkCursor(object.starting_after)) return false;
  if (object.ending_before !== undefined && !checkCursor(object.ending_before)) return false;
  for (const key in object) {
    switch (key) {
      case "limit":
      case "starting_after":
      case "ending_before":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainListSettlementTransactionsQuery(value: unknown, at: Trail): boolean {
  return explainObject(value, at, listSettlementTransactionsQueryMembers, 0, true);
}
