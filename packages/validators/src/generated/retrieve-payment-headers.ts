// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { date } from "../runtime/formats.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";
import { boundedString } from "../runtime/scalars.js";

const retrievePaymentHeadersVinrVersion = /* @__PURE__ */ boundedString(0, 10, /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u, date);

/** @internal */
export const checkRetrievePaymentHeaders: Check = /* @__PURE__ */ object((members, context) => (members["Vinr-Version"] === undefined || retrievePaymentHeadersVinrVersion(members["Vinr-Version"], context, "Vinr-Version")));

/**
 * Parsed headers of `retrievePayment`.
 *
 * @example
 * ```ts
 * const headers: RetrievePaymentHeaders = { "Vinr-Version": "2026-04-01" };
 * ```
 */
export type RetrievePaymentHeaders = NonNullable<operations["retrievePayment"]["parameters"]["header"]>;

/**
 * Parses the headers of `retrievePayment` and fills in defaults.
 *
 * @example
 * ```ts
 * const result = parseRetrievePaymentHeaders({ "Vinr-Version": "2026-04-01" });
 * if (result.ok) result.value; // { "Vinr-Version": "2026-04-01" }
 * ```
 */
export const parseRetrievePaymentHeaders = /* @__PURE__ */ parameterParser<RetrievePaymentHeaders>(
  { readers: [["Vinr-Version", { type: "text" }]], headers: true },
  checkRetrievePaymentHeaders,
);
