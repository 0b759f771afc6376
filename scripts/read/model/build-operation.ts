/** Reads raw paths, operations, parameters, bodies and responses. https://spec.openapis.org/oas/v3.1.1.html#operation-object */

import type {
  CodeSample,
  Header,
  HttpMethod,
  Operation,
  Parameter,
  RequestBody,
  Response,
  Webhook,
} from "../../model.ts";
import { readClientMethod } from "./build-client-method.ts";
import { readContent, readExample } from "./build-content.ts";
import { at, type BuildContext, readArray, readBoolean, readObject, readString, report } from "./build-context.ts";
import { type Found, optional, resolveObject } from "./build-found.ts";
import { mergeParameters, readParameters } from "./build-parameter.ts";
import { buildSchema } from "./build-schema.ts";

const METHODS: readonly HttpMethod[] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** The operations of one path, in the order of the spec. */
export function buildPathItem(path: string, value: unknown, start: BuildContext): Operation[] {
  const item = resolveObject(value, start);
  if (item === undefined) return [];
  if (Object.hasOwn(item.raw, "servers")) reportServers(item.context);
  const shared = readParameters(item);
  const operations: Operation[] = [];
  for (const [key, raw] of Object.entries(item.raw)) {
    const method = METHODS.find((known) => known === key);
    if (method === "trace") {
      report(at(item.context, key), "TRACE is not supported: fetch does not send it", "use another method");
    }
    const found = method && resolveObject(raw, at(item.context, key));
    if (method && found) operations.push(buildOperation(path, method, shared, found));
  }
  return operations;
}

function buildOperation(path: string, method: HttpMethod, shared: readonly Parameter[], found: Found): Operation {
  const { raw, context } = found;
  if (Object.hasOwn(raw, "servers")) reportServers(context);
  const parameters = mergeParameters(shared, readParameters(found));
  checkTemplate(path, parameters, context);
  return {
    place: context.placeOf(context.pointer),
    operationId: readOperationId(path, method, found),
    method,
    path,
    tag: readTag(found),
    summary: optional(found, "summary", readString),
    description: optional(found, "description", readString),
    deprecated: optional(found, "deprecated", readBoolean) ?? false,
    parameters,
    requestBody: readRequestBody(found),
    responses: readResponses(found),
    callbacks: readCallbacks(found),
    samples: readSamples(found),
    client: optional(found, "x-client", readClientMethod),
  };
}

/** `x-codeSamples`, an extension that several renderers share. */
function readSamples({ raw, context }: Found): CodeSample[] {
  if (!Object.hasOwn(raw, "x-codeSamples")) return [];
  const list = readArray(raw["x-codeSamples"], at(context, "x-codeSamples")) ?? [];
  return list.flatMap((value, index) => {
    const found = resolveObject(value, at(context, "x-codeSamples", index));
    const language = found && optional(found, "lang", readString);
    const source = found && optional(found, "source", readString);
    if (found === undefined || language === undefined || source === undefined) return [];
    return [{ language, label: optional(found, "label", readString) ?? language, source }];
  });
}

/** A webhook is a path item whose one operation says what is sent. */
export function buildWebhook(name: string, value: unknown, context: BuildContext): Webhook | undefined {
  const item = resolveObject(value, context);
  const sent = item && METHODS.filter((method) => Object.hasOwn(item.raw, method));
  if (item === undefined || sent === undefined) return undefined;
  const [method, second] = sent;
  if (method === undefined) return report(context, "nothing is sent here", "describe what is sent under post");
  if (second !== undefined) report(context, `both ${method} and ${second} are sent here`, "describe them apart");
  const found = resolveObject(item.raw[method], at(item.context, method));
  if (found === undefined) return undefined;
  const requestBody = readRequestBody(found);
  const content = requestBody?.content ?? [];
  const json = content.find(({ type }) => /[/+]json\b/.test(type)) ?? content[0];
  return {
    place: found.context.placeOf(found.context.pointer),
    name,
    operationId: optional(found, "operationId", readString),
    summary: optional(found, "summary", readString),
    description: optional(found, "description", readString),
    parameters: mergeParameters(readParameters(item), readParameters(found)),
    requestBody,
    payload: json?.schema,
    responses: readResponses(found),
  };
}

function readCallbacks(operation: Found): Webhook[] {
  const { raw, context } = operation;
  if (!Object.hasOwn(raw, "callbacks")) return [];
  const callbacks = readObject(raw.callbacks, at(context, "callbacks")) ?? {};
  return Object.entries(callbacks).flatMap(([name, value]) => {
    const callback = resolveObject(value, at(context, "callbacks", name));
    return Object.entries(callback?.raw ?? {}).flatMap(([expression, item]) => {
      if (callback === undefined || expression.startsWith("x-")) return [];
      return buildWebhook(name, item, at(callback.context, expression)) ?? [];
    });
  });
}

function reportServers(context: BuildContext): void {
  report(at(context, "servers"), "servers of their own are not supported here", "name all servers at the top");
}

/** An operation without a name gets one from its method and path: `get /pets/{id}` → `getPetsById`. */
function readOperationId(path: string, method: HttpMethod, found: Found): string {
  const named = optional(found, "operationId", readString);
  if (named === "") report(at(found.context, "operationId"), "operationId is empty", "name the operation");
  if (named !== undefined) return named;
  const words = path.replace(/\{([^}]*)\}/g, "by-$1").match(/[A-Za-z0-9]+/g) ?? [];
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function readTag({ raw, context }: Found): string | undefined {
  if (!Object.hasOwn(raw, "tags")) return undefined;
  const [first] = readArray(raw.tags, at(context, "tags")) ?? [];
  return first === undefined ? undefined : readString(first, at(context, "tags", 0));
}

function checkTemplate(path: string, parameters: readonly Parameter[], context: BuildContext): void {
  const inTemplate = (path.match(/\{[^{}]*\}/g) ?? []).map((name) => name.slice(1, -1));
  const declared = parameters.filter((parameter) => parameter.in === "path").map((parameter) => parameter.name);
  for (const name of inTemplate) {
    if (!declared.includes(name))
      report(context, `the path names {${name}}, which is not declared`, "add a path parameter");
  }
  for (const name of declared) {
    if (!inTemplate.includes(name))
      report(context, `the path parameter ${name} is not in ${path}`, `write {${name}} in the path`);
  }
  if (new Set(inTemplate).size < inTemplate.length) report(context, `${path} names a parameter twice`, "rename one");
}

function readRequestBody({ raw, context }: Found): RequestBody | undefined {
  if (!Object.hasOwn(raw, "requestBody")) return undefined;
  const found = resolveObject(raw.requestBody, at(context, "requestBody"));
  return (
    found && {
      place: found.context.placeOf(found.context.pointer),
      description: optional(found, "description", readString),
      required: optional(found, "required", readBoolean) ?? false,
      content: readContent(found),
    }
  );
}

function readResponses({ raw, context }: Found): Response[] {
  if (!Object.hasOwn(raw, "responses")) return [];
  const responses = readObject(raw.responses, at(context, "responses")) ?? {};
  return Object.entries(responses).flatMap(([status, value]) => {
    if (status.startsWith("x-")) return [];
    const found = resolveObject(value, at(context, "responses", status));
    return found === undefined ? [] : readResponse(status, found);
  });
}

function readResponse(status: string, found: Found): Response {
  const { context } = found;
  if (!/^([1-5](\d\d|XX)|default)$/.test(status)) {
    report(context, `${status} is not a valid status`, "write a status such as 200, 4XX or default");
  }
  return {
    place: context.placeOf(context.pointer),
    status,
    description: optional(found, "description", readString) ?? "",
    headers: readHeaders(found),
    content: readContent(found),
  };
}

function readHeaders({ raw, context }: Found): ReadonlyMap<string, Header> {
  const headers = Object.hasOwn(raw, "headers") ? (readObject(raw.headers, at(context, "headers")) ?? {}) : {};
  const read = new Map<string, Header>();
  for (const [name, value] of Object.entries(headers)) {
    const found = resolveObject(value, at(context, "headers", name));
    if (found === undefined) continue;
    if (Object.hasOwn(found.raw, "schema")) read.set(name, readHeader(name, found));
    else report(found.context, "the header has no schema", "add one; content is not supported");
  }
  return read;
}

function readHeader(name: string, found: Found): Header {
  const { raw, context } = found;
  const schema = buildSchema(raw.schema, at(context, "schema"));
  return {
    place: context.placeOf(context.pointer),
    name,
    required: optional(found, "required", readBoolean) ?? false,
    deprecated: optional(found, "deprecated", readBoolean) ?? false,
    description: optional(found, "description", readString),
    example: readExample(found, schema),
    schema,
  };
}
