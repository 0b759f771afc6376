// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkCursor, explainCursor } from "./cursor.js";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { integer } from "../runtime/scalars.js";
import { asObject } from "../runtime/values.js";

const listPaymentsQueryLimit = (value: unknown, at?: Trail): boolean => integer(value, 1, 100, at);
const listPaymentsQueryMembers: MemberTable = { limit: listPaymentsQueryLimit, starting_after: explainCursor, ending_before: explainCursor };

/**
 * The query of `listPayments`, read.
 *
 * @example
 * ```ts
 * const query: ListPaymentsQuery = { limit: 25 };
 * ```
 */
export type ListPaymentsQuery = NonNullable<operations["listPayments"]["parameters"]["query"]> & Required<Pick<NonNullable<operations["listPayments"]["parameters"]["query"]>, "limit">>;

/**
 * Reads the query of `listPayments`, defaults filled in.
 * A parameter that is not known, that is given twice, or that is not written plainly (`05`, `1e1`) is an issue.
 *
 * @example
 * ```ts
 * const result = parseListPaymentsQuery(new URLSearchParams("limit=25"));
 * if (result.ok) result.value; // { limit: 25 }
 * ```
 */
export const parseListPaymentsQuery = /* @__PURE__ */ parameterParser<ListPaymentsQuery>(
  { readers: [["limit", { type: "integer" }], ["starting_after", { type: "text" }], ["ending_before", { type: "text" }]], defaults: { limit: 25 }, exclusive: [["starting_after", "ending_before"]] },
  checkListPaymentsQuery,
  explainListPaymentsQuery,
);

/** @internal */
export function checkListPaymentsQuery(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object.limit !== undefined && !listPaymentsQueryLimit(object.limit)) return false;
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
export function explainListPaymentsQuery(value: unknown, at: Trail): boolean {
  return explainObject(value, at, listPaymentsQueryMembers, 0, true);
}
