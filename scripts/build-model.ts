/** Reads the bundled description into the model. With `build-schema` and `build-operation`, the only code that knows raw OpenAPI. */
import {
  at,
  type BuildContext,
  isRawObject,
  member,
  type RawObject,
  readCount,
  readObject,
  readString,
  refuse,
} from "./build-context.ts";
import { buildPathItem, buildWebhook } from "./build-operation.ts";
import { buildSchema, checkDialect } from "./build-schema.ts";
import { findDirections, inPlaceSchemas } from "./direction.ts";
import type { LoadedSpec } from "./load-spec.ts";
import type { Api, ErrorCode, NamedSchema, Operation, Place, Schema, Server, Webhook } from "./model.ts";
import { type Problem, SpecError } from "./spec-error.ts";

/**
 * The model of a loaded description.
 *
 * @throws {SpecError} with everything that is unsupported or contradictory, all at once.
 */
export function buildModel(spec: LoadedSpec): Api {
  const { document } = spec;
  const problems = new Map<string, Problem>();
  const context: BuildContext = {
    document,
    pointer: "",
    placeOf: spec.placeOf,
    // What is reached by several references is still one problem.
    report: (problem) => problems.set(`${problem.place.pointer} ${problem.message}`, problem),
    resolving: [],
  };
  const api = readApi(document, context);
  if (problems.size > 0) {
    throw new SpecError(
      [...problems.values()].sort((a, b) => a.place.line - b.place.line),
      spec.file,
    );
  }
  return api;
}

function readApi(document: RawObject, context: BuildContext): Api {
  const info = readObject(member(document, "info"), at(context, "info")) ?? {};
  const dialect = member(document, "jsonSchemaDialect");
  if (dialect !== undefined) checkDialect(dialect, at(context, "jsonSchemaDialect"));
  const schemas = readSchemas(document, context);
  const operations = members(document, context, "paths").flatMap(([path, value, inner]) =>
    buildPathItem(path, value, inner),
  );
  const webhooks = readWebhooks(document, context);
  checkOperationIds(operations, webhooks, context);
  checkCircles(schemas, context);
  const directions = findDirections(schemas, operations, webhooks);
  const named = [...schemas].map(([name, schema]): [string, NamedSchema] => [
    name,
    { name, schema, direction: directions.get(name) ?? "none" },
  ]);
  return {
    title: readString(member(info, "title"), at(context, "info", "title")) ?? "",
    version: readString(member(info, "version"), at(context, "info", "version")) ?? "",
    servers: readServers(document, context),
    operations,
    webhooks,
    schemas: new Map(named),
    errorCodes: readErrorCodes(document, context),
    document,
  };
}

/** The members of an object of the description that may be absent, without its extensions. */
function members(raw: RawObject, context: BuildContext, key: string): [string, unknown, BuildContext][] {
  if (!Object.hasOwn(raw, key)) return [];
  const outer = at(context, key);
  const object = readObject(raw[key], outer) ?? {};
  const isExtension = (name: string) => key !== "schemas" && name.startsWith("x-");
  return Object.entries(object).flatMap(([name, value]) => (isExtension(name) ? [] : [[name, value, at(outer, name)]]));
}

function readSchemas(document: RawObject, context: BuildContext): Map<string, Schema> {
  const components = member(document, "components");
  if (!isRawObject(components)) return new Map();
  const entries = members(components, at(context, "components"), "schemas");
  return new Map(entries.map(([name, value, inner]) => [name, buildSchema(value, inner)]));
}

function readServers(document: RawObject, context: BuildContext): Server[] {
  const servers = member(document, "servers");
  if (!Array.isArray(servers)) return [];
  return servers.flatMap((value: unknown, index) => {
    const inner = at(context, "servers", index);
    const server = readObject(value, inner);
    const url = server && readString(member(server, "url"), at(inner, "url"));
    const description = server && member(server, "description");
    return url === undefined ? [] : { url, description: typeof description === "string" ? description : "" };
  });
}

function readWebhooks(document: RawObject, context: BuildContext): Webhook[] {
  return members(document, context, "webhooks").flatMap((member) => buildWebhook(...member) ?? []);
}

function checkOperationIds(
  operations: readonly Operation[],
  webhooks: readonly Webhook[],
  context: BuildContext,
): void {
  const seen = new Map<string, Place>();
  const sent = [...webhooks, ...operations.flatMap(({ callbacks }) => callbacks)];
  for (const { operationId, place } of [...operations, ...sent]) {
    if (operationId === undefined) continue;
    const first = seen.get(operationId);
    const message = `operationId ${operationId} is already that of ${first?.pointer}, line ${first?.line}`;
    // A callback that several operations share is one place.
    if (first === undefined) seen.set(operationId, place);
    else if (first.pointer !== place.pointer) context.report({ place, message, wayOut: "rename one of them" });
  }
}

/** A schema that refers to itself for the same value (A → B → A) says nothing, and no checker of it would end. */
function checkCircles(schemas: ReadonlyMap<string, Schema>, context: BuildContext): void {
  for (const [name, schema] of schemas) {
    const circle = findCircle(name, name, schemas, new Set());
    if (circle === undefined) continue;
    const message = `the schema refers only to itself: ${[name, ...circle].join(" → ")}`;
    context.report({ place: schema.place, message, wayOut: "break the circle, or put a property between" });
  }
}

/** The names on the way from one schema to another by references that apply to the same value. */
function findCircle(
  from: string,
  to: string,
  schemas: ReadonlyMap<string, Schema>,
  seen: Set<string>,
): string[] | undefined {
  const schema = schemas.get(from);
  if (schema === undefined || seen.has(from)) return undefined;
  seen.add(from);
  for (const next of inPlaceNames(schema)) {
    if (next === to) return [to];
    const rest = findCircle(next, to, schemas, seen);
    if (rest !== undefined) return [next, ...rest];
  }
  return undefined;
}

function inPlaceNames(schema: Schema): string[] {
  return [...(schema.ref === undefined ? [] : [schema.ref]), ...inPlaceSchemas(schema).flatMap(inPlaceNames)];
}

/** The table under `x-error-codes` of any named schema: code → status, type, description. */
function readErrorCodes(document: RawObject, context: BuildContext): ReadonlyMap<string, ErrorCode> {
  const codes = new Map<string, ErrorCode>();
  const components = member(document, "components");
  if (!isRawObject(components)) return codes;
  for (const [, schema, outer] of members(components, at(context, "components"), "schemas")) {
    if (!isRawObject(schema) || !Object.hasOwn(schema, "x-error-codes")) continue;
    const inner = at(outer, "x-error-codes");
    const table = readObject(schema["x-error-codes"], inner) ?? {};
    const descriptions = member(schema, "x-enumDescriptions");
    for (const [code, value] of Object.entries(table)) {
      if (codes.has(code)) refuse(at(inner, code), `the error code ${code} is described twice`, "remove one");
      const read = readErrorCode(code, value, isRawObject(descriptions) ? descriptions : {}, at(inner, code));
      if (read !== undefined) codes.set(code, read);
    }
    checkCodeEnum(member(schema, "enum"), Object.keys(table), outer);
  }
  return codes;
}

/** The description stands in the table, or among the enum's own. */
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
    return refuse(context, `the error code ${code} has no description`, "add one here or under x-enumDescriptions");
  }
  return status === undefined || type === undefined ? undefined : { code, status, type, description };
}

/** Where the schema is an enum too, the two lists are one. */
function checkCodeEnum(values: unknown, codes: readonly string[], context: BuildContext): void {
  if (!Array.isArray(values)) return;
  for (const value of values.filter((known) => !codes.includes(known))) {
    refuse(at(context, "enum"), `${String(value)} is missing in x-error-codes`, "describe it there, or remove it here");
  }
  for (const code of codes.filter((known) => !values.includes(known))) {
    refuse(at(context, "x-error-codes", code), `${code} is missing in enum`, "add it there");
  }
}
