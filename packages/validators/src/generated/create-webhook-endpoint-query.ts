// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { noOtherProperties, object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";

/** @internal */
export const checkCreateWebhookEndpointQuery: Check = /* @__PURE__ */ object(/* @__PURE__ */ noOtherProperties());

/**
 * Parsed query parameters of `createWebhookEndpoint`.
 *
 * @example
 * ```ts
 * const query: CreateWebhookEndpointQuery = {};
 * ```
 */
export type CreateWebhookEndpointQuery = Record<string, never>;

/**
 * Parses the query parameters of `createWebhookEndpoint` and fills in defaults.
 * A parameter that is unknown, repeated, or not in plain notation (such as `05` or `1e1`) is an issue.
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
);
