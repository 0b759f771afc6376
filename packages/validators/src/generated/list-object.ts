// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ListObject } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { constant } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkListObject: Check = (value, context, key) => constant(value, context, key, "list");

/**
 * Whether a value is of type `ListObject`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isListObject("list"); // true
 * ```
 */
export function isListObject(value: unknown): value is ListObject {
  return isValid(checkListObject, value);
}

/**
 * Validates the value; returns it typed as `ListObject`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateListObject("list");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateListObject = /* @__PURE__ */ validator<ListObject>(checkListObject);
