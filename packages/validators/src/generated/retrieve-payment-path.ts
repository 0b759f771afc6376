// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkPaymentId, explainPaymentId } from "./payment-id.js";
import { holder } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";

const retrievePaymentPathMember = (value: unknown, at?: Trail): unknown => (at === undefined ? checkPaymentId(value) : explainPaymentId(value, at));

/**
 * The path parameters of `retrievePayment`, read.
 *
 * @example
 * ```ts
 * const path: RetrievePaymentPath = { id: "pay_1234567890" };
 * ```
 */
export type RetrievePaymentPath = NonNullable<operations["retrievePayment"]["parameters"]["path"]>;

/**
 * Reads the path parameters of `retrievePayment`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseRetrievePaymentPath({ id: "pay_1234567890" });
 * if (result.ok) result.value; // { id: "pay_1234567890" }
 * ```
 */
export const parseRetrievePaymentPath = /* @__PURE__ */ parameterParser<RetrievePaymentPath>(
  { readers: [["id", { type: "text" }]] },
  checkRetrievePaymentPath,
  checkRetrievePaymentPath,
);

/** @internal */
export function checkRetrievePaymentPath(value: unknown, at?: Trail): boolean {
  return holder(value, "id", retrievePaymentPathMember, at);
}
