// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { noOtherProperties, object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";

/** @internal */
export const checkRetrieveSettlementQuery: Check = /* @__PURE__ */ object(/* @__PURE__ */ noOtherProperties());

/**
 * The query of `retrieveSettlement`, read.
 *
 * @example
 * ```ts
 * const query: RetrieveSettlementQuery = {};
 * ```
 */
export type RetrieveSettlementQuery = Record<string, never>;

/**
 * Reads the query of `retrieveSettlement`, defaults filled in.
 * A parameter that is not known, that is given twice, or that is not written plainly (`05`, `1e1`) is an issue.
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
