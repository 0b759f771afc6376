import type { Api, JsonType, Schema } from "../../../model.ts";
import { keywordsOf } from "./keywords.ts";
import { flatten } from "./tagged-union.ts";

/**
 * From here on inwards the branches of a union are only asked for the same type, unless they are the same: what a
 * resource that does not exist yet contains is not known, though all that exist have a currency.
 */
const MOST_LEVELS = 2;

/**
 * The rules that all branches of a union share: a value with a tag that is not known yet must still follow them. It is never
 * more than any branch asks, but for the tag itself, which has to be a text.
 */
export function commonShape(
  branches: readonly [Schema, ...Schema[]],
  property: string,
  api: Pick<Api, "schemas">,
): Schema {
  const shape = common(branches, api, 0);
  const tag: Schema = { place: branches[0].place, types: ["string"] };
  return { ...shape, properties: new Map([...(shape.properties ?? []), [property, tag]]) };
}

function common(schemas: readonly [Schema, ...Schema[]], api: Pick<Api, "schemas">, level: number): Schema {
  const [first, ...others] = schemas;
  const text = canonical(first);
  if (others.every((other) => canonical(other) === text)) return first;
  const shapes = schemas.map((schema) => flatten(schema, api));
  const types = shapes.map(({ parts }) => parts.find((part) => part.types !== undefined)?.types);
  const place = first.place;
  if (!types.every((list) => list !== undefined)) return { place };
  const allowed: JsonType[] = [...new Set(types.flat())];
  if (level >= MOST_LEVELS || !shapes.every((shape) => shape.isObject)) return { place, types: allowed };
  const names = [...(shapes[0]?.properties.keys() ?? [])];
  const properties = new Map<string, Schema>();
  for (const name of names) {
    const [one, ...more] = shapes.map((shape) => combine(shape.properties.get(name)));
    if (one === undefined || !more.every((schema) => schema !== undefined)) continue;
    properties.set(name, common([one, ...more], api, level + 1));
  }
  const required = [...(shapes[0]?.required ?? [])].filter((name) => shapes.every((shape) => shape.required.has(name)));
  return { place, types: ["object"], required, properties };
}

function combine(schemas: readonly Schema[] | undefined): Schema | undefined {
  const [first, ...others] = schemas ?? [];
  return first === undefined || others.length === 0 ? first : { place: first.place, allOf: [first, ...others] };
}

/** A text that two schemas share where they ask the same. */
export function canonical(schema: Schema): string {
  const asked = Object.fromEntries(keywordsOf(schema).map((key) => [key, Reflect.get(schema, key)]));
  return JSON.stringify(asked, (key, value) => {
    if (value instanceof Map) return [...value];
    return ["place", "title", "description", "examples", "default", "deprecated"].includes(key) ? undefined : value;
  });
}
