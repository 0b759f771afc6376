// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Metadata } from "@vinr/types";
import { fail, failWhole, isFull, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject, countCharacters, countMembers, isLonger } from "../runtime/values.js";

/** Whether a value is of type `Metadata`. Never throws, and allocates nothing for plain data. */
export function isMetadata(value: unknown): value is Metadata {
  try {
    return checkMetadata(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `Metadata`, or all that is wrong with it. */
export const validateMetadata = /* @__PURE__ */ validator<Metadata>(
  function validateMetadata(value, options) {
    if (isMetadata(value)) return { ok: true, value };
    return explain(value, explainMetadata, options);
  },
);

/** @internal */
export function checkMetadata(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const count = countMembers(object);
  if (count > 40) return false;
  for (const key in object) {
    const member = object[key];
    if (!checkMetadataName(key)) return false;
    if (typeof member !== "string") return false;
    if (isLonger(member, 500)) return false;
  }
  return true;
}

/** @internal */
export function explainMetadata(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    const count = countMembers(object);
    if (count > 40) {
      fail(at, count, "max_properties", "an object of at most 40 properties");
    } else {
      for (const key in object) {
        if (isFull(at)) break;
        at.path.push(key);
        const member = object[key];
        if (!checkMetadataName(key)) {
          failWhole(at, "property_name", "a property whose name is at least 1 character long and at most 40 characters long");
        }
        if (typeof member !== "string") {
          fail(at, member, "type", "a string");
        } else {
          if (isLonger(member, 500)) fail(at, countCharacters(member), "max_length", "at most 500 characters long");
        }
        at.path.pop();
      }
    }
  }
}

function checkMetadataName(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (isLonger(value, 40)) return false;
  if (value.length < 1) return false;
  return true;
}
