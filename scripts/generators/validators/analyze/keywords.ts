import type { Schema } from "../../../model.ts";

/** Keywords that say nothing of what is valid. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  "place",
  "title",
  "description",
  "deprecated",
  "default",
  "examples",
]);

/** The name a schema refers to, where it does nothing else. */
export function plainReference(schema: Schema): string | undefined {
  return schema.ref !== undefined && keywordsOf(schema).length === 1 ? schema.ref : undefined;
}

/** The keywords of a schema that bear on what is valid or shown. */
export function keywordsOf(schema: Schema): string[] {
  return Object.entries(schema).flatMap(([key, value]) => (value === undefined || ANNOTATIONS.has(key) ? [] : [key]));
}

/** Whether a schema asks for nothing but a type and certain values. */
export function listsValues(schema: Schema): boolean {
  return keywordsOf(schema).every((keyword) => ["types", "const", "enum", "enumDescriptions"].includes(keyword));
}

/** Keywords that speak of an object's members. */
export const OBJECT_KEYWORDS = [
  "properties",
  "patternProperties",
  "additionalProperties",
  "propertyNames",
  "required",
  "minProperties",
  "maxProperties",
  "dependentRequired",
  "dependentSchemas",
];

const INHERITED = new Set(
  `__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ constructor hasOwnProperty
  isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf`.split(/\s+/),
);

/** Whether every plain object inherits the name: it is read as an own member or not at all. */
export function isInherited(name: string): boolean {
  return INHERITED.has(name);
}
