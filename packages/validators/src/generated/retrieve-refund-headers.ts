// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { date } from "../runtime/formats.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";
import { boundedString } from "../runtime/scalars.js";

const retrieveRefundHeadersVinrVersion = /* @__PURE__ */ boundedString(0, 10, /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u, date);

/** @internal */
export const checkRetrieveRefundHeaders: Check = /* @__PURE__ */ object((members, context) => (members["Vinr-Version"] === undefined || retrieveRefundHeadersVinrVersion(members["Vinr-Version"], context, "Vinr-Version")));

/**
 * Parsed headers of `retrieveRefund`.
 *
 * @example
 * ```ts
 * const headers: RetrieveRefundHeaders = { "Vinr-Version": "2026-04-01" };
 * ```
 */
export type RetrieveRefundHeaders = NonNullable<operations["retrieveRefund"]["parameters"]["header"]>;

/**
 * Parses the headers of `retrieveRefund` and fills in defaults.
 *
 * @example
 * ```ts
 * const result = parseRetrieveRefundHeaders({ "Vinr-Version": "2026-04-01" });
 * if (result.ok) result.value; // { "Vinr-Version": "2026-04-01" }
 * ```
 */
export const parseRetrieveRefundHeaders = /* @__PURE__ */ parameterParser<RetrieveRefundHeaders>(
  { readers: [["Vinr-Version", { type: "text" }]], headers: true },
  checkRetrieveRefundHeaders,
);
