// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { asObject } from "../runtime/values.js";

const retrieveRefundQueryMembers: MemberTable = {};

/**
 * The query of `retrieveRefund`, read.
 *
 * @example
 * ```ts
 * const query: RetrieveRefundQuery = {};
 * ```
 */
export type RetrieveRefundQuery = Record<string, never>;

/**
 * Reads the query of `retrieveRefund`, defaults filled in.
 * A parameter that is not known, that is given twice, or that is not written plainly (`05`, `1e1`) is an issue.
 *
 * @example
 * ```ts
 * const result = parseRetrieveRefundQuery(new URLSearchParams(""));
 * if (result.ok) result.value; // {}
 * ```
 */
export const parseRetrieveRefundQuery = /* @__PURE__ */ parameterParser<RetrieveRefundQuery>(
  { readers: [] },
  checkRetrieveRefundQuery,
  explainRetrieveRefundQuery,
);

/** @internal */
export function checkRetrieveRefundQuery(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  for (const _ in object) {
    return false;
  }
  return true;
}

/** @internal */
export function explainRetrieveRefundQuery(value: unknown, at: Trail): boolean {
  return explainObject(value, at, retrieveRefundQueryMembers, 0, true);
}
