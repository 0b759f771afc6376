import type { Api, Schema } from "../../../model.ts";

/** A union that the value of one required property discriminates. */
export interface TaggedUnion {
  readonly property: string;
  readonly branches: readonly { readonly schema: Schema; readonly tags: readonly string[] }[];
}

/**
 * The discrimination of a union, undefined where its branches do not each pin one property to texts of their own. The
 * `discriminator` keyword says which property to try first; what decides is what the branches themselves demand, since
 * JSON Schema gives the keyword no say in what is valid.
 */
export function tagsOf(
  schema: Schema,
  branches: readonly Schema[],
  api: Pick<Api, "schemas">,
): TaggedUnion | undefined {
  const [first] = branches;
  if (first === undefined || branches.length < 2) return undefined;
  const hinted = schema.discriminator === undefined ? [] : [schema.discriminator.propertyName];
  const candidates = new Set([...hinted, ...flatten(first, api).required]);
  for (const property of candidates) {
    const tagged = branches.map((branch) => ({ schema: branch, tags: pinnedTags(branch, property, api) }));
    const all = tagged.flatMap(({ tags }) => tags);
    if (tagged.every(({ tags }) => tags.length > 0) && new Set(all).size === all.length) {
      return { property, branches: tagged };
    }
  }
  return undefined;
}

function pinnedTags(branch: Schema, property: string, api: Pick<Api, "schemas">): readonly string[] {
  const shape = flatten(branch, api);
  if (!shape.isObject || !shape.required.has(property)) return [];
  for (const schema of shape.properties.get(property) ?? []) {
    const tags = textsOf(schema, api);
    if (tags.length > 0) return tags;
  }
  return [];
}

function textsOf(schema: Schema, api: Pick<Api, "schemas">): readonly string[] {
  const resolved = flatten(schema, api).parts;
  for (const part of resolved) {
    const values = part.const === undefined ? part.enum : [part.const.value];
    if (values?.every((value) => typeof value === "string")) return values;
  }
  return [];
}

/** The rules of a schema for an object, gathered over `ref` and `allOf`. */
export interface Shape {
  readonly parts: readonly Schema[];
  readonly isObject: boolean;
  readonly required: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, readonly Schema[]>;
}

/** Gathers what a schema demands over its references and `allOf`. */
export function flatten(schema: Schema, api: Pick<Api, "schemas">): Shape {
  const parts: Schema[] = [];
  const gather = (part: Schema): void => {
    if (parts.includes(part)) return;
    parts.push(part);
    const target = part.ref === undefined ? undefined : api.schemas.get(part.ref);
    if (target !== undefined) gather(target.schema);
    part.allOf?.forEach(gather);
  };
  gather(schema);
  const properties = new Map<string, Schema[]>();
  for (const part of parts) {
    for (const [name, property] of part.properties ?? []) {
      properties.set(name, [...(properties.get(name) ?? []), property]);
    }
  }
  return {
    parts,
    isObject: parts.some(({ types }) => types?.length === 1 && types[0] === "object"),
    required: new Set(parts.flatMap((part) => part.required ?? [])),
    properties,
  };
}
