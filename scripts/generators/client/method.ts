/** How an operation is called in the client: its arguments and its result, read from the model. */
import { isIdentifier, typeName, typeNames } from "../../emit/identifier.ts";
import { stringLiteral } from "../../emit/literal.ts";
import type { Api, ClientMethod, Json, Operation, Schema } from "../../model.ts";
import { SpecError } from "../../read/spec-error.ts";
import { kebabCase, variableName } from "../names.ts";
import { takesIdempotencyKey } from "../operations.ts";

/** An operation that has a method in the client. */
export interface NamedOperation extends Operation {
  readonly client: ClientMethod;
}

/** A parameter of a method. */
export interface Argument {
  /** Such as `id`, `body`, `params` or `options`. */
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** Where the value goes in the input of the call; undefined for the options. */
  readonly target: "body" | "path" | "query" | undefined;
  /** An example of the value. */
  readonly example: Json | undefined;
}

/** All that the source of a method says. */
export interface Method {
  readonly operation: NamedOperation;
  readonly arguments: readonly Argument[];
  /** Types of `@vinr/types` that the signature names. */
  readonly imports: readonly string[];
  /** The type of the data, or of a page. */
  readonly data: string;
  /** The type of an item, if the operation returns a page of a list. */
  readonly item: string | undefined;
  /** The name of the data, or of an item, in a sample. */
  readonly variable: string;
  /** The properties of the data, or of an item, that a sample shows: its id, its status, and what it always has. */
  readonly shown: readonly string[];
  /** The interface of the query, if the operation returns a page of a list. */
  readonly listParams: string | undefined;
}

/** The methods of the client, in the order of the spec. */
export function listMethods(api: Api): Method[] {
  const types = typeNames(api);
  return api.operations.filter(isNamed).map((operation) => describeMethod(operation, api, types));
}

/** The methods of each resource, in the order of the spec. */
export function groupByResource(methods: readonly Method[]): ReadonlyMap<string, readonly Method[]> {
  const groups = new Map<string, Method[]>();
  for (const method of methods) {
    const { resource } = method.operation.client;
    groups.set(resource, [...(groups.get(resource) ?? []), method]);
  }
  return groups;
}

function isNamed(operation: Operation): operation is NamedOperation {
  return operation.client !== undefined;
}

function describeMethod(operation: NamedOperation, api: Api, types: ReadonlyMap<string, string>): Method {
  throwIfUnsupported(operation);
  const id = operation.operationId;
  const result = operation.responses.find(({ status }) => /^20[014]$/.test(status))?.content[0]?.schema;
  const itemSchema = result && findItem(result, api);
  const item = nameType(itemSchema, types);
  const listParams = item === undefined ? undefined : `${item}ListParams`;
  const data = nameType(result, types) ?? (result === undefined ? "undefined" : `DataOf<${stringLiteral(id)}>`);
  const input = [
    ...pathArguments(operation),
    ...bodyArgument(operation, types),
    ...queryArgument(operation, listParams),
  ];
  const named = [...input.map(({ type }) => type), data, item];
  const schemaTypes = new Set(types.values());
  return {
    operation,
    arguments: [...input, optionsArgument(operation)],
    imports: named.filter((type) => type !== undefined).filter((type) => schemaTypes.has(type)),
    data,
    item,
    ...describeShown(itemSchema ?? result, api, types),
    listParams,
  };
}

function describeShown(schema: Schema | undefined, api: Api, types: ReadonlyMap<string, string>) {
  const own = schema && resolve(schema, api);
  // A schema that only requires more of another is shown as that one, with what it requires.
  const base = own?.properties === undefined ? own?.allOf?.[0] : undefined;
  const properties = (base ? resolve(base, api) : own)?.properties;
  const required = base === undefined ? [] : (own?.required ?? []);
  const type = nameType(base ?? schema, types);
  return {
    variable: type === undefined ? "result" : variableName(type),
    shown: ["id", "status", ...required].filter((name) => properties?.has(name)),
  };
}

function resolve(schema: Schema, api: Api): Schema | undefined {
  return schema.ref === undefined ? schema : api.schemas.get(schema.ref)?.schema;
}

/** The schema of an item, if this is the schema of a page. */
function findItem(schema: Schema, api: Api): Schema | undefined {
  const page = resolve(schema, api);
  const isPage = page?.properties?.has("page") ?? false;
  return isPage ? page?.properties?.get("data")?.items : undefined;
}

function nameType(schema: Schema | undefined, types: ReadonlyMap<string, string>): string | undefined {
  return schema?.ref === undefined ? undefined : types.get(schema.ref);
}

function pathArguments({ path, parameters }: Operation): Argument[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return names.map((name) => {
    const parameter = parameters.find((one) => one.in === "path" && one.name === name);
    return { name, type: "string", required: true, target: "path", example: parameter?.example };
  });
}

function bodyArgument({ operationId, requestBody }: Operation, types: ReadonlyMap<string, string>): Argument[] {
  const media = requestBody?.content[0];
  if (requestBody === undefined || media === undefined) return [];
  const type = nameType(media.schema, types) ?? `BodyOf<${stringLiteral(operationId)}>`;
  return [{ name: "body", type, required: requestBody.required, target: "body", example: media.examples[0]?.value }];
}

function queryArgument({ operationId, parameters }: Operation, listParams: string | undefined): Argument[] {
  const query = parameters.filter((parameter) => parameter.in === "query");
  if (query.length === 0 && listParams === undefined) return [];
  const type = listParams ?? `QueryOf<${stringLiteral(operationId)}>`;
  // Of parameters that exclude each other, such as cursors, a sample shows none.
  const excluding = new Set(query.flatMap(({ name, excludes }) => (excludes.length === 0 ? [] : [name, ...excludes])));
  const shown = query.filter(({ name, example }) => example !== undefined && !excluding.has(name));
  const example =
    shown.length === 0 ? undefined : Object.fromEntries(shown.map(({ name, example = null }) => [name, example]));
  return [{ name: "params", type, required: query.some(({ required }) => required), target: "query", example }];
}

function optionsArgument(operation: Operation): Argument {
  const options = { name: "options", required: false, target: undefined };
  if (!takesIdempotencyKey(operation)) return { ...options, type: "CallOptions", example: undefined };
  return { ...options, type: "WriteOptions", example: { idempotencyKey: exampleKey(operation) } };
}

/** An idempotency key for a sample. */
export function exampleKey({ operationId }: Operation): string {
  return `${kebabCase(operationId)}-1`;
}

/** @throws {SpecError} if the client cannot have the method. */
function throwIfUnsupported(operation: NamedOperation): void {
  const { operationId, path, parameters, place } = operation;
  const text = parameters.find((one) => one.in === "path" && one.schema.types?.some((type) => type !== "string"));
  const message =
    findUnnameable(operationId, path) ??
    (text === undefined ? findMissingBody(operation) : `the path parameter ${text.name} is not a string`);
  if (message !== undefined) {
    throw new SpecError([{ place: text?.place ?? place, message, hint: "change it, or remove x-client" }]);
  }
}

/** The client takes a GET or a POST without an object for the work of a proxy. */
function findMissingBody({ method, responses }: Operation): string | undefined {
  const isEmpty = responses.some(({ status, content }) => status.startsWith("2") && content.length === 0);
  if (!isEmpty || (method !== "get" && method !== "post")) return undefined;
  return `the client has no method for a ${method.toUpperCase()} whose success has no body`;
}

function findUnnameable(operationId: string, path: string): string | undefined {
  if (typeName(operationId) !== operationId) return `${operationId} cannot be the name of a function`;
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
  const bad = names.find((name) => !isIdentifier(name) || ["body", "core", "options", "params"].includes(name));
  return bad === undefined ? undefined : `the path parameter ${bad} cannot be the name of an argument`;
}

/** The module of a resource, without an extension. */
export function resourceFile(resource: string): string {
  return kebabCase(resource);
}

/** The class of a resource. */
export function resourceClass(resource: string): string {
  return resource.charAt(0).toUpperCase() + resource.slice(1);
}
