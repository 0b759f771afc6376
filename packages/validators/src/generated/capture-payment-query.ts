// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { asObject } from "../runtime/values.js";

const capturePaymentQueryMembers: MemberTable = {};

/**
 * The query of `capturePayment`, read.
 *
 * @example
 * ```ts
 * const query: CapturePaymentQuery = {};
 * ```
 */
export type CapturePaymentQuery = Record<string, never>;

/**
 * Reads the query of `capturePayment`, defaults filled in.
 * A parameter that is not known, that is given twice, or that is not written plainly (`05`, `1e1`) is an issue.
 *
 * @example
 * ```ts
 * const result = parseCapturePaymentQuery(new URLSearchParams(""));
 * if (result.ok) result.value; // {}
 * ```
 */
export const parseCapturePaymentQuery = /* @__PURE__ */ parameterParser<CapturePaymentQuery>(
  { readers: [] },
  checkCapturePaymentQuery,
  explainCapturePaymentQuery,
);

/** @internal */
export function checkCapturePaymentQuery(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  for (const _ in object) {
    return false;
  }
  return true;
}

/** @internal */
export function explainCapturePaymentQuery(value: unknown, at: Trail): boolean {
  return explainObject(value, at, capturePaymentQueryMembers, 0, true);
}
