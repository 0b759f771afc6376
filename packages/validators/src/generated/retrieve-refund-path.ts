// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkRefundId, explainRefundId } from "./refund-id.js";
import { holder } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";

const retrieveRefundPathMember = (value: unknown, at?: Trail): unknown => (at === undefined ? checkRefundId(value) : explainRefundId(value, at));

/**
 * The path parameters of `retrieveRefund`, read.
 *
 * @example
 * ```ts
 * const path: RetrieveRefundPath = { id: "re_2bN7vC" };
 * ```
 */
export type RetrieveRefundPath = NonNullable<operations["retrieveRefund"]["parameters"]["path"]>;

/**
 * Reads the path parameters of `retrieveRefund`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseRetrieveRefundPath({ id: "re_2bN7vC" });
 * if (result.ok) result.value; // { id: "re_2bN7vC" }
 * ```
 */
export const parseRetrieveRefundPath = /* @__PURE__ */ parameterParser<RetrieveRefundPath>(
  { readers: [["id", { type: "text" }]] },
  checkRetrieveRefundPath,
  checkRetrieveRefundPath,
);

/** @internal */
export function checkRetrieveRefundPath(value: unknown, at?: Trail): boolean {
  return holder(value, "id", retrieveRefundPathMember, at);
}
