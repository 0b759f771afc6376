// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Metadata } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { everyMember, object } from "../runtime/objects.js";
import { boundedString } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

const textUpToLength500 = /* @__PURE__ */ boundedString(0, 500);
const textOfLength1To40 = /* @__PURE__ */ boundedString(1, 40);

/** @internal */
export const checkMetadata: Check = /* @__PURE__ */ object(/* @__PURE__ */ everyMember(40, textUpToLength500, textOfLength1To40, "of length 1 to 40"));

/**
 * Whether a value is of type `Metadata`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isMetadata({}); // true
 * ```
 */
export function isMetadata(value: unknown): value is Metadata {
  return isValid(checkMetadata, value);
}

/**
 * Validates the value; returns it typed as `Metadata`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateMetadata({});
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateMetadata = /* @__PURE__ */ validator<Metadata>(checkMetadata);
