// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ListObject } from "@vinr/types";
import { type Trail } from "../runtime/issues.js";
import { constant } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";

/**
 * Whether a value is of type `ListObject`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isListObject("list"); // true
 * ```
 */
export function isListObject(value: unknown): value is ListObject {
  try {
    return checkListObject(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `ListObject`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validateListObject("list");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateListObject = /* @__PURE__ */ validator<ListObject>(checkListObject, checkListObject);

/** @internal */
export function checkListObject(value: unknown, at?: Trail): boolean {
  return constant(value, "list", at);
}
