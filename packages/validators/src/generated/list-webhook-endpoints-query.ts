// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkCursor } from "./cursor.js";
import { type Check } from "../runtime/issues.js";
import { noOtherProperties, object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";
import { integer } from "../runtime/scalars.js";

const listWebhookEndpointsQueryLimit = /* @__PURE__ */ integer(1, 100);

/** @internal */
export const checkListWebhookEndpointsQuery: Check = /* @__PURE__ */ object(
  (members, context) =>
    (members.limit === undefined || listWebhookEndpointsQueryLimit(members.limit, context, "limit")) &&
    (members.starting_after === undefined || checkCursor(members.starting_after, context, "starting_after")) &&
    (members.ending_before === undefined || checkCursor(members.ending_before, context, "ending_before")),
  /* @__PURE__ */ noOtherProperties("limit", "starting_after", "ending_before"),
);

/**
 * Parsed query parameters of `listWebhookEndpoints`.
 *
 * @example
 * ```ts
 * const query: ListWebhookEndpointsQuery = { limit: 25 };
 * ```
 */
export type ListWebhookEndpointsQuery = NonNullable<operations["listWebhookEndpoints"]["parameters"]["query"]> & Required<Pick<NonNullable<operations["listWebhookEndpoints"]["parameters"]["query"]>, "limit">>;

/**
 * Parses the query parameters of `listWebhookEndpoints` and fills in defaults.
 * A parameter that is unknown, repeated, or not in plain notation (such as `05` or `1e1`) is an issue.
 *
 * @example
 * ```ts
 * const result = parseListWebhookEndpointsQuery(new URLSearchParams("limit=25"));
 * if (result.ok) result.value; // { limit: 25 }
 * ```
 */
export const parseListWebhookEndpointsQuery = /* @__PURE__ */ parameterParser<ListWebhookEndpointsQuery>(
  { readers: [["limit", { type: "integer" }], ["starting_after", { type: "text" }], ["ending_before", { type: "text" }]], defaults: { limit: 25 }, exclusive: [["starting_after", "ending_before"]] },
  checkListWebhookEndpointsQuery,
);
