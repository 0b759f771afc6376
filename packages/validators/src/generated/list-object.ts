// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ListObject } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";

/** Whether a value is of type `ListObject`. Never throws, and allocates nothing for plain data. */
export function isListObject(value: unknown): value is ListObject {
  try {
    return checkListObject(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `ListObject`, or all that is wrong with it. */
export const validateListObject = /* @__PURE__ */ validator<ListObject>(
  function validateListObject(value, options) {
    if (isListObject(value)) return { ok: true, value };
    return explain(value, explainListObject, options);
  },
);

/** @internal */
export function checkListObject(value: unknown): boolean {
  if (value !== "list") return false;
  return true;
}

/** @internal */
export function explainListObject(value: unknown, at: Trail): void {
  if (value !== "list") fail(at, value, "const", "\"list\"");
}
