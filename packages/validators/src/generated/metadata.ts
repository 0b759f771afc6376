// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Metadata } from "@vinr/types";
import { record } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { text } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";

const metadataMember = (value: unknown, at?: Trail): boolean => text(value, 0, 500, at);
const metadataName = (value: unknown, at?: Trail): boolean => text(value, 1, 40, at);

/**
 * Whether a value is of type `Metadata`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isMetadata({}); // true
 * ```
 */
export function isMetadata(value: unknown): value is Metadata {
  try {
    return checkMetadata(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `Metadata`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validateMetadata({});
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateMetadata = /* @__PURE__ */ validator<Metadata>(checkMetadata, checkMetadata);

/** @internal */
export function checkMetadata(value: unknown, at?: Trail): boolean {
  return record(value, 0, 40, at, metadataMember, metadataName);
}
