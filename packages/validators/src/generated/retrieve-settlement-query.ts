// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { noOtherProperties, object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";

/** @internal */
export const checkRetrieveSettlementQuery: Check = /* @__PURE__ */ object(/* @__PURE__ */ noOtherProperties());

/**
 * Parsed query parameters of `retrieveSettlement`.
 *
 * @example
 * ```ts
 * const query: RetrieveSettlementQuery = {};
 * ```
 */
export type RetrieveSettlementQuery = Record<string, never>;

/**
 * Parses the query parameters of `retrieveSettlement` and fills in defaults.
 * A parameter that is unknown, repeated, or not in plain notation (such as `05` or `1e1`) is an issue.
 *
 * @example
 * ```ts
 * const result = parseRetrieveSettlementQuery(new URLSearchParams(""));
 * if (result.ok) result.value; // {}
 * ```
 */
export const parseRetrieveSettlementQuery = /* @__PURE__ */ parameterParser<RetrieveSettlementQuery>(
  { readers: [] },
  checkRetrieveSettlementQuery,
);
