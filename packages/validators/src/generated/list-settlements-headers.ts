// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { date } from "../runtime/formats.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";
import { boundedString } from "../runtime/scalars.js";

const listSettlementsHeadersVinrVersion = /* @__PURE__ */ boundedString(0, 10, /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u, date);

/** @internal */
export const checkListSettlementsHeaders: Check = /* @__PURE__ */ object((members, context) => (members["Vinr-Version"] === undefined || listSettlementsHeadersVinrVersion(members["Vinr-Version"], context, "Vinr-Version")));

/**
 * Parsed headers of `listSettlements`.
 *
 * @example
 * ```ts
 * const headers: ListSettlementsHeaders = { "Vinr-Version": "2026-04-01" };
 * ```
 */
export type ListSettlementsHeaders = NonNullable<operations["listSettlements"]["parameters"]["header"]>;

/**
 * Parses the headers of `listSettlements` and fills in defaults.
 *
 * @example
 * ```ts
 * const result = parseListSettlementsHeaders({ "Vinr-Version": "2026-04-01" });
 * if (result.ok) result.value; // { "Vinr-Version": "2026-04-01" }
 * ```
 */
export const parseListSettlementsHeaders = /* @__PURE__ */ parameterParser<ListSettlementsHeaders>(
  { readers: [["Vinr-Version", { type: "text" }]], headers: true },
  checkListSettlementsHeaders,
);
