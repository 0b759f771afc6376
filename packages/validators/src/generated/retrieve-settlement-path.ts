// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkSettlementId, explainSettlementId } from "./settlement-id.js";
import { holder } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";

const retrieveSettlementPathMember = (value: unknown, at?: Trail): unknown => (at === undefined ? checkSettlementId(value) : explainSettlementId(value, at));

/**
 * The path parameters of `retrieveSettlement`, read.
 *
 * @example
 * ```ts
 * const path: RetrieveSettlementPath = { id: "setl_3kQ9xZ" };
 * ```
 */
export type RetrieveSettlementPath = NonNullable<operations["retrieveSettlement"]["parameters"]["path"]>;

/**
 * Reads the path parameters of `retrieveSettlement`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseRetrieveSettlementPath({ id: "setl_3kQ9xZ" });
 * if (result.ok) result.value; // { id: "setl_3kQ9xZ" }
 * ```
 */
export const parseRetrieveSettlementPath = /* @__PURE__ */ parameterParser<RetrieveSettlementPath>(
  { readers: [["id", { type: "text" }]] },
  checkRetrieveSettlementPath,
  checkRetrieveSettlementPath,
);

/** @internal */
export function checkRetrieveSettlementPath(value: unknown, at?: Trail): boolean {
  return holder(value, "id", retrieveSettlementPathMember, at);
}
