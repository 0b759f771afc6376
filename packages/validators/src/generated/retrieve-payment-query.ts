// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { noOtherProperties, object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";

/** @internal */
export const checkRetrievePaymentQuery: Check = /* @__PURE__ */ object(/* @__PURE__ */ noOtherProperties());

/**
 * Parsed query parameters of `retrievePayment`.
 *
 * @example
 * ```ts
 * const query: RetrievePaymentQuery = {};
 * ```
 */
export type RetrievePaymentQuery = Record<string, never>;

/**
 * Parses the query parameters of `retrievePayment` and fills in defaults.
 * A parameter that is unknown, repeated, or not in plain notation (such as `05` or `1e1`) is an issue.
 *
 * @example
 * ```ts
 * const result = parseRetrievePaymentQuery(new URLSearchParams(""));
 * if (result.ok) result.value; // {}
 * ```
 */
export const parseRetrievePaymentQuery = /* @__PURE__ */ parameterParser<RetrievePaymentQuery>(
  { readers: [] },
  checkRetrievePaymentQuery,
);
