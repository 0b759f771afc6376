// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { date } from "../runtime/formats.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";
import { boundedString } from "../runtime/scalars.js";

const createPaymentHeadersIdempotencyKey = /* @__PURE__ */ boundedString(1, 255, /^[\x21-\x7E]+$/u);
const createPaymentHeadersVinrVersion = /* @__PURE__ */ boundedString(0, 10, /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u, date);

/** @internal */
export const checkCreatePaymentHeaders: Check = /* @__PURE__ */ object(
  (members, context) =>
    (members["Idempotency-Key"] === undefined || createPaymentHeadersIdempotencyKey(members["Idempotency-Key"], context, "Idempotency-Key")) &&
    (members["Vinr-Version"] === undefined || createPaymentHeadersVinrVersion(members["Vinr-Version"], context, "Vinr-Version")),
);

/**
 * Parsed headers of `createPayment`.
 *
 * @example
 * ```ts
 * const headers: CreatePaymentHeaders = { "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" };
 * ```
 */
export type CreatePaymentHeaders = NonNullable<operations["createPayment"]["parameters"]["header"]>;

/**
 * Parses the headers of `createPayment` and fills in defaults.
 *
 * @example
 * ```ts
 * const result = parseCreatePaymentHeaders({ "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" });
 * if (result.ok) result.value; // { "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" }
 * ```
 */
export const parseCreatePaymentHeaders = /* @__PURE__ */ parameterParser<CreatePaymentHeaders>(
  { readers: [["Idempotency-Key", { type: "text" }], ["Vinr-Version", { type: "text" }]], headers: true },
  checkCreatePaymentHeaders,
);
