// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { date } from "../runtime/formats.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";
import { boundedString } from "../runtime/scalars.js";

const listWebhookEndpointsHeadersVinrVersion = /* @__PURE__ */ boundedString(0, 10, /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u, date);

/** @internal */
export const checkListWebhookEndpointsHeaders: Check = /* @__PURE__ */ object((members, context) => (members["Vinr-Version"] === undefined || listWebhookEndpointsHeadersVinrVersion(members["Vinr-Version"], context, "Vinr-Version")));

/**
 * Parsed headers of `listWebhookEndpoints`.
 *
 * @example
 * ```ts
 * const headers: ListWebhookEndpointsHeaders = { "Vinr-Version": "2026-04-01" };
 * ```
 */
export type ListWebhookEndpointsHeaders = NonNullable<operations["listWebhookEndpoints"]["parameters"]["header"]>;

/**
 * Parses the headers of `listWebhookEndpoints` and fills in defaults.
 *
 * @example
 * ```ts
 * const result = parseListWebhookEndpointsHeaders({ "Vinr-Version": "2026-04-01" });
 * if (result.ok) result.value; // { "Vinr-Version": "2026-04-01" }
 * ```
 */
export const parseListWebhookEndpointsHeaders = /* @__PURE__ */ parameterParser<ListWebhookEndpointsHeaders>(
  { readers: [["Vinr-Version", { type: "text" }]], headers: true },
  checkListWebhookEndpointsHeaders,
);
