// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkSettlementId, explainSettlementId } from "./settlement-id.js";
import { holder } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";

const listSettlementTransactionsPathMember = (value: unknown, at?: Trail): unknown => (at === undefined ? checkSettlementId(value) : explainSettlementId(value, at));

/**
 * The path parameters of `listSettlementTransactions`, read.
 *
 * @example
 * ```ts
 * const path: ListSettlementTransactionsPath = { id: "setl_3kQ9xZ" };
 * ```
 */
export type ListSettlementTransactionsPath = NonNullable<operations["listSettlementTransactions"]["parameters"]["path"]>;

/**
 * Reads the path parameters of `listSettlementTransactions`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseListSettlementTransactionsPath({ id: "setl_3kQ9xZ" });
 * if (result.ok) result.value; // { id: "setl_3kQ9xZ" }
 * ```
 */
export const parseListSettlementTransactionsPath = /* @__PURE__ */ parameterParser<ListSettlementTransactionsPath>(
  { readers: [["id", { type: "text" }]] },
  checkListSettlementTransactionsPath,
  checkListSettlementTransactionsPath,
);

/** @internal */
export function checkListSettlementTransactionsPath(value: unknown, at?: Trail): boolean {
  return holder(value, "id", listSettlementTransactionsPathMember, at);
}
