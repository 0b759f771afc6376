// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { date } from "../runtime/formats.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";
import { boundedString } from "../runtime/scalars.js";

const createRefundHeadersIdempotencyKey = /* @__PURE__ */ boundedString(1, 255, /^[\x21-\x7E]+$/u);
const createRefundHeadersVinrVersion = /* @__PURE__ */ boundedString(0, 10, /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u, date);

/** @internal */
export const checkCreateRefundHeaders: Check = /* @__PURE__ */ object(
  (members, context) =>
    (members["Idempotency-Key"] === undefined || createRefundHeadersIdempotencyKey(members["Idempotency-Key"], context, "Idempotency-Key")) &&
    (members["Vinr-Version"] === undefined || createRefundHeadersVinrVersion(members["Vinr-Version"], context, "Vinr-Version")),
);

/**
 * Parsed headers of `createRefund`.
 *
 * @example
 * ```ts
 * const headers: CreateRefundHeaders = { "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" };
 * ```
 */
export type CreateRefundHeaders = NonNullable<operations["createRefund"]["parameters"]["header"]>;

/**
 * Parses the headers of `createRefund` and fills in defaults.
 *
 * @example
 * ```ts
 * const result = parseCreateRefundHeaders({ "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" });
 * if (result.ok) result.value; // { "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" }
 * ```
 */
export const parseCreateRefundHeaders = /* @__PURE__ */ parameterParser<CreateRefundHeaders>(
  { readers: [["Idempotency-Key", { type: "text" }], ["Vinr-Version", { type: "text" }]], headers: true },
  checkCreateRefundHeaders,
);
