// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkPaymentId } from "./payment-id.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";

/** @internal */
export const checkCapturePaymentPath: Check = /* @__PURE__ */ object((members, context) => checkPaymentId(members.id, context, "id"));

/**
 * Parsed path parameters of `capturePayment`.
 *
 * @example
 * ```ts
 * const path: CapturePaymentPath = { id: "pay_1234567890" };
 * ```
 */
export type CapturePaymentPath = NonNullable<operations["capturePayment"]["parameters"]["path"]>;

/**
 * Parses the path parameters of `capturePayment` and fills in defaults.
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
);
