// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkSettlementId } from "./settlement-id.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";

/** @internal */
export const checkRetrieveSettlementPath: Check = /* @__PURE__ */ object((members, context) => checkSettlementId(members.id, context, "id"));

/**
 * Parsed path parameters of `retrieveSettlement`.
 *
 * @example
 * ```ts
 * const path: RetrieveSettlementPath = { id: "setl_3kQ9xZ" };
 * ```
 */
export type RetrieveSettlementPath = NonNullable<operations["retrieveSettlement"]["parameters"]["path"]>;

/**
 * Parses the path parameters of `retrieveSettlement` and fills in defaults.
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
);
