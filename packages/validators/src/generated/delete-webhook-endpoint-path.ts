// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkWebhookEndpointId } from "./webhook-endpoint-id.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";

/** @internal */
export const checkDeleteWebhookEndpointPath: Check = /* @__PURE__ */ object((members, context) => checkWebhookEndpointId(members.id, context, "id"));

/**
 * Parsed path parameters of `deleteWebhookEndpoint`.
 *
 * @example
 * ```ts
 * const path: DeleteWebhookEndpointPath = { id: "we_6fD4pJ" };
 * ```
 */
export type DeleteWebhookEndpointPath = NonNullable<operations["deleteWebhookEndpoint"]["parameters"]["path"]>;

/**
 * Parses the path parameters of `deleteWebhookEndpoint` and fills in defaults.
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
);
