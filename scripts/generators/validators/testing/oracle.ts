import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { isMultipleOf } from "../../../../packages/validators/src/runtime/values.ts";

/**
 * ajv, as the second opinion on what a schema accepts, set right where the validators differ from it on purpose:
 * `disagreements.ts` says where and why.
 */
export function oracle(schema: object): (value: unknown) => boolean {
  const ajv = makeAjv();
  const theirUri = addFormats.default.get("uri");
  ajv.addFormat(
    "uri",
    (text) => isFormat(theirUri, text) && !/^[^:/?#]+:\/\/(?:[^/?#@]*@)?[^/?#[\]:]*:\d*[^/?#\d]/.test(text),
  );
  for (const note of ["byte", "iso-date-time", "iso-time", "json-pointer-uri-fragment", "url"])
    ajv.addFormat(note, true);
  ajv.removeKeyword("multipleOf");
  ajv.addKeyword({
    keyword: "multipleOf",
    type: "number",
    compile: (step: number) => (value: number) => isMultipleOf(value, step),
  });
  const validate = ajv.compile(schema);
  return (value) => validate(value);
}

/** ajv as it comes, but for `ownProperties`. */
export function plainOracle(schema: object): (value: unknown) => boolean {
  const validate = makeAjv().compile(schema);
  return (value) => validate(value);
}

function makeAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, logger: false });
  addFormats.default(ajv);
  return ajv;
}

function isFormat(format: unknown, text: string): boolean {
  if (format instanceof RegExp) return format.test(text);
  if (typeof format === "function") return format(text) === true;
  throw new TypeError("ajv-formats has changed the form of its formats");
}

/**
 * Values on which ajv cannot be asked: no JSON, or with members that it passes over or calls (`disagreements.ts`).
 */
export function isBeyondOracle(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  if (typeof value !== "object" || value === null) return false;
  if (Object.hasOwn(value, "__proto__") || Object.hasOwn(value, "toString")) return true;
  return Object.values(value).some(isBeyondOracle);
}
