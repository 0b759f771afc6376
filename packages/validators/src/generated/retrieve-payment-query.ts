// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { asObject } from "../runtime/values.js";

const retrievePaymentQueryMembers: MemberTable = {};

/**
 * The query of `retrievePayment`, read.
 *
 * @example
 * ```ts
 * const query: RetrievePaymentQuery = {};
 * ```
 */
export type RetrievePaymentQuery = Record<string, never>;

/**
 * Reads the query of `retrievePayment`, defaults filled in.
 * A parameter that is not known, that is given twice, or that is not written plainly (`05`, `1e1`) is an issue.
 *
 * @example
 * ```ts
 * const result = parseRetrievePaymentQuery(new URLSearchParams(""));
 * if (result.ok) result.value; // {}
 * ```
 */
export const parseRetrievePaymentQuery = /* @__PURE__ */ parameterParser<RetrievePaymentQuery>(
  { readers: [] },
  checkRetrievePaymentQuery,
  explainRetrievePaymentQuery,
);

/** @internal */
export function checkRetrievePaymentQuery(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  for (const _ in object) {
    return false;
  }
  return true;
}

/** @internal */
export function explainRetrievePaymentQuery(value: unknown, at: Trail): boolean {
  return explainObject(value, at, retrievePaymentQueryMembers, 0, true);
}
