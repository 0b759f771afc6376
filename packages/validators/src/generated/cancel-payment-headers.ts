// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { date } from "../runtime/formats.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";
import { boundedString } from "../runtime/scalars.js";

const cancelPaymentHeadersIdempotencyKey = /* @__PURE__ */ boundedString(1, 255, /^[\x21-\x7E]+$/u);
const cancelPaymentHeadersVinrVersion = /* @__PURE__ */ boundedString(0, 10, /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u, date);

/** @internal */
export const checkCancelPaymentHeaders: Check = /* @__PURE__ */ object(
  (members, context) =>
    (members["Idempotency-Key"] === undefined || cancelPaymentHeadersIdempotencyKey(members["Idempotency-Key"], context, "Idempotency-Key")) &&
    (members["Vinr-Version"] === undefined || cancelPaymentHeadersVinrVersion(members["Vinr-Version"], context, "Vinr-Version")),
);

/**
 * Parsed headers of `cancelPayment`.
 *
 * @example
 * ```ts
 * const headers: CancelPaymentHeaders = { "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" };
 * ```
 */
export type CancelPaymentHeaders = NonNullable<operations["cancelPayment"]["parameters"]["header"]>;

/**
 * Parses the headers of `cancelPayment` and fills in defaults.
 *
 * @example
 * ```ts
 * const result = parseCancelPaymentHeaders({ "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" });
 * if (result.ok) result.value; // { "Idempotency-Key": "7b0f8c1e-5a57-4c3e-9d0a-3f1f5f1f2a10" }
 * ```
 */
export const parseCancelPaymentHeaders = /* @__PURE__ */ parameterParser<CancelPaymentHeaders>(
  { readers: [["Idempotency-Key", { type: "text" }], ["Vinr-Version", { type: "text" }]], headers: true },
  checkCancelPaymentHeaders,
);
