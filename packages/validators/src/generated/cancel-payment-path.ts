// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkPaymentId, explainPaymentId } from "./payment-id.js";
import { holder } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";

const cancelPaymentPathMember = (value: unknown, at?: Trail): unknown => (at === undefined ? checkPaymentId(value) : explainPaymentId(value, at));

/**
 * The path parameters of `cancelPayment`, read.
 *
 * @example
 * ```ts
 * const path: CancelPaymentPath = { id: "pay_1234567890" };
 * ```
 */
export type CancelPaymentPath = NonNullable<operations["cancelPayment"]["parameters"]["path"]>;

/**
 * Reads the path parameters of `cancelPayment`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseCancelPaymentPath({ id: "pay_1234567890" });
 * if (result.ok) result.value; // { id: "pay_1234567890" }
 * ```
 */
export const parseCancelPaymentPath = /* @__PURE__ */ parameterParser<CancelPaymentPath>(
  { readers: [["id", { type: "text" }]] },
  checkCancelPaymentPath,
  checkCancelPaymentPath,
);

/** @internal */
export function checkCancelPaymentPath(value: unknown, at?: Trail): boolean {
  return holder(value, "id", cancelPaymentPathMember, at);
}
