// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkPaymentId } from "./payment-id.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";

/** @internal */
export const checkRetrievePaymentPath: Check = /* @__PURE__ */ object((members, context) => checkPaymentId(members.id, context, "id"));

/**
 * Parsed path parameters of `retrievePayment`.
 *
 * @example
 * ```ts
 * const path: RetrievePaymentPath = { id: "pay_1234567890" };
 * ```
 */
export type RetrievePaymentPath = NonNullable<operations["retrievePayment"]["parameters"]["path"]>;

/**
 * Parses the path parameters of `retrievePayment` and fills in defaults.
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
);
