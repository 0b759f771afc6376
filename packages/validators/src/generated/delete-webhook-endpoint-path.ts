// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkWebhookEndpointId, explainWebhookEndpointId } from "./webhook-endpoint-id.js";
import { holder } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { parameterParser } from "../runtime/parameters.js";

const deleteWebhookEndpointPathMember = (value: unknown, at?: Trail): unknown => (at === undefined ? checkWebhookEndpointId(value) : explainWebhookEndpointId(value, at));

/**
 * The path parameters of `deleteWebhookEndpoint`, read.
 *
 * @example
 * ```ts
 * const path: DeleteWebhookEndpointPath = { id: "we_6fD4pJ" };
 * ```
 */
export type DeleteWebhookEndpointPath = NonNullable<operations["deleteWebhookEndpoint"]["parameters"]["path"]>;

/**
 * Reads the path parameters of `deleteWebhookEndpoint`, defaults filled in.
 *
 * @example
 * ```ts
 * const result = parseDeleteWebhookEndpointPath({ id: "we_6fD4pJ" });
 * if (result.ok) result.value; // { id: "we_6fD4pJ" }
 * ```
 */
export const parseDeleteWebhookEndpointPath = /* @__PURE__ */ parameterParser<DeleteWebhookEndpointPath>(
  { readers: [["id", { type: "text" }]] },
  checkDeleteWebhookEndpointPath,
  checkDeleteWebhookEndpointPath,
);

/** @internal */
export function checkDeleteWebhookEndpointPath(value: unknown, at?: Trail): boolean {
  return holder(value, "id", deleteWebhookEndpointPathMember, at);
}
