// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkCursor, explainCursor } from "./cursor.js";
import { checkPaymentId, explainPaymentId } from "./payment-id.js";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { integer } from "../runtime/scalars.js";
import { asObject } from "../runtime/values.js";

const listRefundsQueryLimit = (value: unknown, at?: Trail): boolean => integer(value, 1, 100, at);
const listRefundsQueryMembers: MemberTable = {
  payment: explainPaymentId,
  limit: listRefundsQueryLimit,
  starting_after: explainCursor,
  ending_before: explainCursor,
};

/**
 * The query of `listRefunds`, read.
 *
 * @example
 * ```ts
 * const query: ListRefundsQuery = { limit: 25, payment: "pay_7rP1gS0bY" };
 * ```
 */
export type ListRefundsQuery = NonNullable<operations["listRefunds"]["parameters"]["query"]> & Required<Pick<NonNullable<operations["listRefunds"]["parameters"]["query"]>, "limit">>;

/**
 * Reads the query of `listRefunds`, defaults filled in.
 * A parameter that is not known, that is given twice, or that is not written plainly (`05`, `1e1`) is an issue.
 *
 * @example
 * ```ts
 * const result = parseListRefundsQuery(new URLSearchParams("payment=pay_7rP1gS0bY"));
 * if (result.ok) result.value; // { limit: 25, payment: "pay_7rP1gS0bY" }
 * ```
 */
export const parseListRefundsQuery = /* @__PURE__ */ parameterParser<ListRefundsQuery>(
  { readers: [["payment", { type: "text" }], ["limit", { type: "integer" }], ["starting_after", { type: "text" }], ["ending_before", { type: "text" }]], defaults: { limit: 25 }, exclusive: [["starting_after", "ending_before"]] },
  checkListRefundsQuery,
  explainListRefundsQuery,
);

/** @internal */
export function checkListRefundsQuery(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object.payment !== undefined && !checkPaymentId(object.payment)) return false;
  if (object.limit !== undefined && !listRefundsQueryLimit(object.limit)) return false;
  if (object.starting_after !== undefined && !checkCursor(object.starting_after)) return false;
  if (object.ending_before !== undefined && !checkCursor(object.ending_before)) return false;
  for (const key in object) {
    switch (key) {
      case "payment":
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
export function explainListRefundsQuery(value: unknown, at: Trail): boolean {
  return explainObject(value, at, listRefundsQueryMembers, 0, true);
}
