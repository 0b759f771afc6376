// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { operations } from "@vinr/types";
import { checkRefundId } from "./refund-id.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { parameterParser } from "../runtime/parameters.js";

/** @internal */
export const checkRetrieveRefundPath: Check = /* @__PURE__ */ object((members, context) => checkRefundId(members.id, context, "id"));

/**
 * Parsed path parameters of `retrieveRefund`.
 *
 * @example
 * ```ts
 * const path: RetrieveRefundPath = { id: "re_2bN7vC" };
 * ```
 */
export type RetrieveRefundPath = NonNullable<operations["retrieveRefund"]["parameters"]["path"]>;

/**
 * Parses the path parameters of `retrieveRefund` and fills in defaults.
 *
 * @example
 * ```ts
 * const result = parseRetrieveRefundPath({ id: "re_2bN7vC" });
 * if (result.ok) result.value; // { id: "re_2bN7vC" }
 * ```
 */
export const parseRetrieveRefundPath = /* @__PURE__ */ parameterParser<RetrieveRefundPath>(
  { readers: [["id", { type: "text" }]] },
  checkRetrieveRefundPath,
);
