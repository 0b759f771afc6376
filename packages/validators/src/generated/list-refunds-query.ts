// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkCursor } from "./cursor.js";
import { checkPaymentId } from "./payment-id.js";
import { type Check } from "../runtime/issues.js";
import { noOtherProperties, object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";
import { integer } from "../runtime/scalars.js";

const listRefundsQueryLimit = /* @__PURE__ */ integer(1, 100);

/** @internal */
export const checkListRefundsQuery: Check = /* @__PURE__ */ object(
  (members, context) =>
    (members.payment === undefined || checkPaymentId(members.payment, context, "payment")) &&
    (members.limit === undefined || listRefundsQueryLimit(members.limit, context, "limit")) &&
    (members.starting_after === undefined || checkCursor(members.starting_after, context, "starting_after")) &&
    (members.ending_before === undefined || checkCursor(members.ending_before, context, "ending_before")),
  /* @__PURE__ */ noOtherProperties("payment", "limit", "starting_after", "ending_before"),
);

/**
 * Parsed query parameters of `listRefunds`.
 *
 * @example
 * ```ts
 * const query: ListRefundsQuery = { limit: 25, payment: "pay_7rP1gS0bY" };
 * ```
 */
export type ListRefundsQuery = NonNullable<operations["listRefunds"]["parameters"]["query"]> & Required<Pick<NonNullable<operations["listRefunds"]["parameters"]["query"]>, "limit">>;

/**
 * Parses the query parameters of `listRefunds` and fills in defaults.
 * A parameter that is unknown, repeated, or not in plain notation (such as `05` or `1e1`) is an issue.
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
);
