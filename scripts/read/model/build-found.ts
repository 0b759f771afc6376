import { at, type BuildContext, follow, isRawObject, type RawObject, report } from "./build-context.ts";

/** An object and its place, after its `$ref`s are followed. */
export interface Found {
  readonly raw: RawObject;
  readonly context: BuildContext;
}

/** Reads a member that may be absent. */
export function optional<T>(
  { raw, context }: Found,
  key: string,
  read: (value: unknown, context: BuildContext) => T,
): T | undefined {
  return Object.hasOwn(raw, key) ? read(raw[key], at(context, key)) : undefined;
}

/** Follows the `$ref` of a parameter, response, body, header or path item, as often as it takes. */
export function resolveObject(value: unknown, context: BuildContext): Found | undefined {
  if (!isRawObject(value)) return report(context, "this must be an object");
  if (!Object.hasOwn(value, "$ref")) return { raw: value, context };
  const target = follow(value.$ref, at(context, "$ref"));
  return target && resolveObject(target.value, target.context);
}
