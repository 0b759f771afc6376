// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkSettlementId } from "./settlement-id.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";

/** @internal */
export const checkListSettlementTransactionsPath: Check = /* @__PURE__ */ object((members, context) => checkSettlementId(members.id, context, "id"));

/**
 * Parsed path parameters of `listSettlementTransactions`.
 *
 * @example
 * ```ts
 * const path: ListSettlementTransactionsPath = { id: "setl_3kQ9xZ" };
 * ```
 */
export type ListSettlementTransactionsPath = NonNullable<operations["listSettlementTransactions"]["parameters"]["path"]>;

/**
 * Parses the path parameters of `listSettlementTransactions` and fills in defaults.
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
);
