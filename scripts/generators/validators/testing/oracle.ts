import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { isMultipleOf } from "../../../../packages/validators/src/runtime/values.ts";

/**
 * ajv, as the second opinion on what a schema accepts. Where it and a standard differ, and the standard is ours to
 * follow, it is set right here, each time with the reason:
 *
 * - its `uri` takes anything as a port; RFC 3986 takes digits;
 * - its `multipleOf` divides doubles (1e300 is no multiple of 5, 19.99 none of 0.01) and cuts the quotient's text.
 */
export function oracle(schema: object): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, logger: false });
  addFormats.default(ajv);
  const theirUri = addFormats.default.get("uri");
  ajv.addFormat(
    "uri",
    (text) => isFormat(theirUri, text) && !/^[^:/?#]+:\/\/(?:[^/?#@]*@)?[^/?#[\]:]*:\d*[^/?#\d]/.test(text),
  );
  ajv.removeKeyword("multipleOf");
  ajv.addKeyword({
    keyword: "multipleOf",
    type: "number",
    compile: (step: number) => (value: number) => isMultipleOf(value, step),
  });
  const validate = ajv.compile(schema);
  return (value) => validate(value);
}

function isFormat(format: unknown, text: string): boolean {
  if (format instanceof RegExp) return format.test(text);
  if (typeof format === "function") return format(text) === true;
  throw new TypeError("ajv-formats has changed the form of its formats");
}

/**
 * Values on which ajv cannot be asked: it reads no property called `__proto__`, and calls the `toString` of an object
 * that it compares, even one that came with the data.
 */
export function isBeyondOracle(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  if (typeof value !== "object" || value === null) return false;
  if (Object.hasOwn(value, "__proto__") || Object.hasOwn(value, "toString")) return true;
  return Object.values(value).some(isBeyondOracle);
}
