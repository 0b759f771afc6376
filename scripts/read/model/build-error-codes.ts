/** Reads `x-error-codes`, our own extension: the one table of the codes that an API's errors carry. */

import type { ErrorCode } from "../../model.ts";
import {
  at,
  type BuildContext,
  isRawObject,
  member,
  type RawObject,
  readCount,
  readObject,
  readString,
  report,
} from "./build-context.ts";

/** The table under `x-error-codes` of any named schema: code → status, type, description. */
export function readErrorCodes(schemas: RawObject, context: BuildContext): ReadonlyMap<string, ErrorCode> {
  const codes = new Map<string, ErrorCode>();
  for (const [name, schema] of Object.entries(schemas)) {
    const outer = at(context, name);
    if (!isRawObject(schema) || !Object.hasOwn(schema, "x-error-codes")) continue;
    const inner = at(outer, "x-error-codes");
    const table = readObject(schema["x-error-codes"], inner) ?? {};
    const descriptions = member(schema, "x-enumDescriptions");
    for (const [code, value] of Object.entries(table)) {
      if (codes.has(code)) report(at(inner, code), `the error code ${code} is described twice`, "remove one");
      const read = readErrorCode(code, value, isRawObject(descriptions) ? descriptions : {}, at(inner, code));
      if (read !== undefined) codes.set(code, read);
    }
    checkCodeEnum(member(schema, "enum"), Object.keys(table), outer);
  }
  return codes;
}

/** The description is in the table, or in `x-enumDescriptions`. */
function readErrorCode(
  code: string,
  value: unknown,
  descriptions: RawObject,
  context: BuildContext,
): ErrorCode | undefined {
  const object = readObject(value, context);
  if (object === undefined) return undefined;
  const status = readCount(member(object, "status"), at(context, "status"));
  const type = readString(member(object, "type"), at(context, "type"));
  const description = member(object, "description") ?? member(descriptions, code);
  if (typeof description !== "string") {
    return report(context, `the error code ${code} has no description`, "add one here or under x-enumDescriptions");
  }
  return status === undefined || type === undefined ? undefined : { code, status, type, description };
}

/** Where the schema is an enum too, the two lists are one. */
function checkCodeEnum(values: unknown, codes: readonly string[], context: BuildContext): void {
  if (!Array.isArray(values)) return;
  for (const value of values.filter((known) => !codes.includes(known))) {
    report(at(context, "enum"), `${String(value)} is missing in x-error-codes`, "describe it there, or remove it here");
  }
  for (const code of codes.filter((known) => !values.includes(known))) {
    report(at(context, "x-error-codes", code), `${code} is missing in enum`, "add it there");
  }
}
