// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkPaymentId, explainPaymentId } from "./payment-id.js";
import { holder } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";

const capturePaymentPathMember = (value: unknown, at?: Trail): unknown => (at === undefined ? checkPaymentId(value) : explainPaymentId(value, at));

/**
 * The path parameters of `capturePayment`, read.
 *
 * @example
 * ```ts
 * const path: CapturePaymentPath = { id: "pay_1234567890" };
 * ```
 */
export type CapturePaymentPath = NonNullable<operations["capturePayment"]["parameters"]["path"]>;

/**
 * Reads the path parameters of `capturePayment`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseCapturePaymentPath({ id: "pay_1234567890" });
 * if (result.ok) result.value; // { id: "pay_1234567890" }
 * ```
 */
export const parseCapturePaymentPath = /* @__PURE__ */ parameterParser<CapturePaymentPath>(
  { readers: [["id", { type: "text" }]] },
  checkCapturePaymentPath,
  checkCapturePaymentPath,
);

/** @internal */
export function checkCapturePaymentPath(value: unknown, at?: Trail): boolean {
  return holder(value, "id", capturePaymentPathMember, at);
}
