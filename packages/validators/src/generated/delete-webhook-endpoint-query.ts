// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";
import { asObject } from "../runtime/values.js";

const deleteWebhookEndpointQueryMembers: MemberTable = {};

/**
 * The query of `deleteWebhookEndpoint`, read.
 *
 * @example
 * ```ts
 * const query: DeleteWebhookEndpointQuery = {};
 * ```
 */
export type DeleteWebhookEndpointQuery = Record<string, never>;

/**
 * Reads the query of `deleteWebhookEndpoint`, defaults filled in.
 * A parameter that is not known, that is given twice, or that is not written plainly (`05`, `1e1`) is an issue.
 *
 * @example
 * ```ts
 * const result = parseDeleteWebhookEndpointQuery(new URLSearchParams(""));
 * if (result.ok) result.value; // {}
 * ```
 */
export const parseDeleteWebhookEndpointQuery = /* @__PURE__ */ parameterParser<DeleteWebhookEndpointQuery>(
  { readers: [] },
  checkDeleteWebhookEndpointQuery,
  explainDeleteWebhookEndpointQuery,
);

/** @internal */
export function checkDeleteWebhookEndpointQuery(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  for (const _ in object) {
    return false;
  }
  return true;
}

/** @internal */
export function explainDeleteWebhookEndpointQuery(value: unknown, at: Trail): boolean {
  return explainObject(value, at, deleteWebhookEndpointQueryMembers, 0, true);
}
