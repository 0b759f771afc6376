// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkPaymentId } from "./payment-id.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";

/** @internal */
export const checkCancelPaymentPath: Check = /* @__PURE__ */ object((members, context) => checkPaymentId(members.id, context, "id"));

/**
 * Parsed path parameters of `cancelPayment`.
 *
 * @example
 * ```ts
 * const path: CancelPaymentPath = { id: "pay_1234567890" };
 * ```
 */
export type CancelPaymentPath = NonNullable<operations["cancelPayment"]["parameters"]["path"]>;

/**
 * Parses the path parameters of `cancelPayment` and fills in defaults.
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
);
