// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { asObject } from "../runtime/values.js";

const retrieveSettlementQueryMembers: MemberTable = {};

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
  explainRetrieveSettlementQuery,
);

/** @internal */
export function checkRetrieveSettlementQuery(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  for (const _ in object) {
    return false;
  }
  return true;
}

/** @internal */
export function explainRetrieveSettlementQuery(value: unknown, at: Trail): boolean {
  return explainObject(value, at, retrieveSettlementQueryMembers, 0, true);
}
