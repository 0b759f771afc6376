/** Each named schema as an exported type of its own, so that an editor shows `Payment` and not a path into `components`. */

import { typeNames } from "../../emit/identifier.ts";
import type { Api, NamedSchema, Schema } from "../../model.ts";
import { referredNames } from "../../read/model/find-directions.ts";
import { SpecError } from "../../read/spec-error.ts";
import { allSubschemas } from "../../read/subschemas.ts";
import { type Openness, opennessOf } from "../openness.ts";
import { after, memberLines, schemaComment, type TypeContext, typeOf } from "./schema-type.ts";

export interface NamedTypes {
  /** A context for types that use the named ones. */
  readonly context: (openness: Openness) => TypeContext;
  /** The declarations, including those that the types written so far asked for. */
  readonly declarations: () => string;
}

/** Plans the declarations of all named schemas. */
export function planNamedTypes(api: Api): NamedTypes {
  const names = typeNames(api);
  const openable = findOpenable(api.schemas);
  // Schemas that callers and the API both write, and that callers must write closed, by the name of the closed twin.
  const twins = new Map<string, NamedSchema>();

  function nameFor(name: string, openness: Openness): string {
    const schema = api.schemas.get(name);
    const ownName = names.get(name);
    if (schema === undefined || ownName === undefined) throw new TypeError(`no schema is called ${name}`);
    if (openness === opennessOf(schema.direction) || openness === "open" || !openable.has(name)) return ownName;
    if (schema.schema.enum !== undefined) return typeOf(schema.schema, context("closed"));
    const twin = `${ownName}Input`;
    if ([...names.values()].includes(twin)) throw takenInputName(schema, twin);
    twins.set(twin, schema);
    return twin;
  }

  function context(openness: Openness): TypeContext {
    return { openness, schemas: api.schemas, nameFor };
  }

  function declarations(): string {
    const own = [...api.schemas.values()].map((schema) => {
      return declare(names.get(schema.name) ?? "", schema.schema, context(opennessOf(schema.direction)));
    });
    // A Map's iteration reaches what is added meanwhile, so twins of twins are written too.
    for (const [twin, { schema }] of twins) own.push(declare(twin, schema, context("closed")));
    return own.join("\n");
  }

  return { context, declarations };
}

function declare(name: string, schema: Schema, context: TypeContext): string {
  const comment = schemaComment(schema, context, "");
  if (!isPlainObject(schema)) return `${comment}export type ${after(`${name} =`, typeOf(schema, context))};\n`;
  return `${comment}export interface ${name} {\n${memberLines(schema, context, "  ").join("\n")}\n}\n`;
}

/** Whether a schema says no more than which properties an object has. */
function isPlainObject(schema: Schema): boolean {
  const {
    types,
    properties,
    additionalProperties: rest,
    patternProperties,
    ref,
    allOf,
    anyOf,
    oneOf,
    const: only,
  } = schema;
  const isObject = types === undefined || (types.length === 1 && types[0] === "object");
  const isClosedOrOpen = rest === undefined || rest.never === true;
  const isAlone = [ref, allOf, anyOf, oneOf, only, patternProperties, schema.enum].every((part) => part === undefined);
  return isObject && properties !== undefined && properties.size > 0 && isClosedOrOpen && isAlone;
}

/**
 * The schemas whose type differs when it is open or closed: those that hold an enum, an array or an optional property, or
 * refer to one that does.
 */
function findOpenable(schemas: ReadonlyMap<string, NamedSchema>): ReadonlySet<string> {
  const openable = new Set([...schemas.values()].filter(({ schema }) => isOpenable(schema)).map(({ name }) => name));
  for (let before = -1; before < openable.size; ) {
    before = openable.size;
    for (const { name, schema } of schemas.values()) {
      if (referredNames(schema).some((referred) => openable.has(referred))) openable.add(name);
    }
  }
  return openable;
}

function isOpenable(schema: Schema): boolean {
  const hasOptional = ({ properties, required }: Schema) =>
    [...(properties?.keys() ?? [])].some((name) => !required?.includes(name));
  const isArray = ({ types, items, prefixItems }: Schema) =>
    types?.includes("array") || items !== undefined || prefixItems !== undefined;
  return [...allSubschemas(schema)].some((part) => part.enum !== undefined || isArray(part) || hasOptional(part));
}

function takenInputName({ schema, name }: NamedSchema, twin: string): SpecError {
  const message = `${name} is written by callers and by the API, and ${twin}, the name of its closed type, is taken`;
  return new SpecError([{ place: schema.place, message, hint: `rename ${twin}` }]);
}
