// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { noOtherProperties, object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";

/** @internal */
export const checkCreateRefundQuery: Check = /* @__PURE__ */ object(/* @__PURE__ */ noOtherProperties());

/**
 * Parsed query parameters of `createRefund`.
 *
 * @example
 * ```ts
 * const query: CreateRefundQuery = {};
 * ```
 */
export type CreateRefundQuery = Record<string, never>;

/**
 * Parses the query parameters of `createRefund` and fills in defaults.
 * A parameter that is unknown, repeated, or not in plain notation (such as `05` or `1e1`) is an issue.
 *
 * @example
 * ```ts
 * const result = parseCreateRefundQuery(new URLSearchParams(""));
 * if (result.ok) result.value; // {}
 * ```
 */
export const parseCreateRefundQuery = /* @__PURE__ */ parameterParser<CreateRefundQuery>(
  { readers: [] },
  checkCreateRefundQuery,
);
