// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { noOtherProperties, object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";

/** @internal */
export const checkCreatePaymentQuery: Check = /* @__PURE__ */ object(/* @__PURE__ */ noOtherProperties());

/**
 * The query of `createPayment`, read.
 *
 * @example
 * ```ts
 * const query: CreatePaymentQuery = {};
 * ```
 */
export type CreatePaymentQuery = Record<string, never>;

/**
 * Reads the query of `createPayment`, defaults filled in.
 * A parameter that is not known, that is given twice, or that is not written plainly (`05`, `1e1`) is an issue.
 *
 * @example
 * ```ts
 * const result = parseCreatePaymentQuery(new URLSearchParams(""));
 * if (result.ok) result.value; // {}
 * ```
 */
export const parseCreatePaymentQuery = /* @__PURE__ */ parameterParser<CreatePaymentQuery>(
  { readers: [] },
  checkCreatePaymentQuery,
);
