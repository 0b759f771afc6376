/** Reads raw Media Type Objects and their examples. https://spec.openapis.org/oas/v3.1.1.html#media-type-object */

import type { Example, Json, MediaType, Schema } from "../../model.ts";
import { asJson, at, readObject, readString } from "./build-context.ts";
import { type Found, optional, resolveObject } from "./build-found.ts";
import { buildSchema } from "./build-schema.ts";

/** The media types of a request body or a response. */
export function readContent({ raw, context }: Found): MediaType[] {
  if (!Object.hasOwn(raw, "content")) return [];
  const content = readObject(raw.content, at(context, "content")) ?? {};
  return Object.entries(content).flatMap(([type, value]) => {
    const found = resolveObject(value, at(context, "content", type));
    return found === undefined
      ? []
      : [{ type, schema: optional(found, "schema", buildSchema), examples: readExamples(found) }];
  });
}

/** The example of a parameter or a header: its own, else the first named one, else its schema's. */
export function readExample(found: Found, schema: Schema): Json | undefined {
  if (Object.hasOwn(found.raw, "example")) return asJson(found.raw.example);
  return readExamples(found)[0]?.value ?? schema.examples?.[0];
}

/** Named examples. One whose value is outside the spec (`externalValue`) has nothing to show and is left out. */
function readExamples({ raw, context }: Found): Example[] {
  if (!Object.hasOwn(raw, "examples")) return [];
  const examples = readObject(raw.examples, at(context, "examples")) ?? {};
  return Object.entries(examples).flatMap(([name, value]) => {
    const found = resolveObject(value, at(context, "examples", name));
    if (found === undefined || !Object.hasOwn(found.raw, "value")) return [];
    const place = found.context.placeOf(found.context.pointer);
    return [{ place, name, summary: optional(found, "summary", readString), value: asJson(found.raw.value) }];
  });
}
