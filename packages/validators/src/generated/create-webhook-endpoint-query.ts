// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { asObject } from "../runtime/values.js";

const createWebhookEndpointQueryMembers: MemberTable = {};

/**
 * The query of `createWebhookEndpoint`, read.
 *
 * @example
 * ```ts
 * const query: CreateWebhookEndpointQuery = {};
 * ```
 */
export type CreateWebhookEndpointQuery = Record<string, never>;

/**
 * Reads the query of `createWebhookEndpoint`, defaults filled in.
 * A parameter that is not known, that is given twice, or that is not written plainly (`05`, `1e1`) is an issue.
 *
 * @example
 * ```ts
 * const result = parseCreateWebhookEndpointQuery(new URLSearchParams(""));
 * if (result.ok) result.value; // {}
 * ```
 */
export const parseCreateWebhookEndpointQuery = /* @__PURE__ */ parameterParser<CreateWebhookEndpointQuery>(
  { readers: [] },
  checkCreateWebhookEndpointQuery,
  explainCreateWebhookEndpointQuery,
);

/** @internal */
export function checkCreateWebhookEndpointQuery(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  for (const _ in object) {
    return false;
  }
  return true;
}

/** @internal */
export function explainCreateWebhookEndpointQuery(value: unknown, at: Trail): boolean {
  return explainObject(value, at, createWebhookEndpointQueryMembers, 0, true);
}
