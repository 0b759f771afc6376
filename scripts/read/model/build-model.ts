/** Reads the bundled spec into the model, with the `build-…` files beside it. */

import type { Api, NamedSchema, Operation, Place, Schema, Server, Tag, Webhook } from "../../model.ts";
import type { LoadedSpec } from "../document/load-spec.ts";
import { lookUp } from "../pointer.ts";
import { type Problem, SpecError } from "../spec-error.ts";
import { checkClientMethods } from "./build-client-method.ts";
import { at, type BuildContext, isRawObject, member, type RawObject, readObject, readString } from "./build-context.ts";
import { readErrorCodes } from "./build-error-codes.ts";
import { optional } from "./build-found.ts";
import { buildPathItem, buildWebhook } from "./build-operation.ts";
import { buildSchema, checkDialect } from "./build-schema.ts";
import { checkAccess } from "./check-access.ts";
import { checkCircles } from "./check-circles.ts";
import { findDirections, findUses } from "./find-directions.ts";

/**
 * The model of a loaded spec.
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
    // A problem that several references reach is still one problem.
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
  const rawSchemas = lookUp(document, "/components/schemas");
  const operations = members(document, context, "paths").flatMap(([path, value, inner]) =>
    buildPathItem(path, value, inner),
  );
  const webhooks = readWebhooks(document, context);
  checkOperationIds(operations, webhooks, context);
  checkClientMethods(operations, context);
  checkCircles(schemas, context);
  checkAccess(findUses(operations, webhooks), schemas, context);
  const servers = readServers(document, context);
  const directions = findDirections(schemas, operations, webhooks);
  const named = [...schemas].map(([name, schema]): [string, NamedSchema] => [
    name,
    { name, schema, direction: directions.get(name) ?? "none" },
  ]);
  return {
    title: readString(member(info, "title"), at(context, "info", "title")) ?? "",
    version: readString(member(info, "version"), at(context, "info", "version")) ?? "",
    summary: optional({ raw: info, context: at(context, "info") }, "summary", readString),
    description: optional({ raw: info, context: at(context, "info") }, "description", readString),
    servers,
    basePath: sharedPath(servers),
    tags: readTags(document, context),
    operations,
    webhooks,
    schemas: new Map(named),
    errorCodes: isRawObject(rawSchemas) ? readErrorCodes(rawSchemas, at(context, "components", "schemas")) : new Map(),
  };
}

/** The members of an object of the spec that may be absent, without its extensions. */
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

/** The path that all servers share, without a slash at its end; empty where they share none. */
function sharedPath(servers: readonly Server[]): string {
  const paths = new Set(
    servers.map(({ url }) => url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, "").replace(/\/+$/, "")),
  );
  const [path = ""] = paths;
  return paths.size > 1 ? "" : path;
}

function readTags(document: RawObject, context: BuildContext): Tag[] {
  const tags = member(document, "tags");
  if (!Array.isArray(tags)) return [];
  return tags.flatMap((value: unknown, index) => {
    const inner = at(context, "tags", index);
    const raw = readObject(value, inner) ?? {};
    const name = readString(member(raw, "name"), at(inner, "name"));
    return name === undefined
      ? []
      : [{ name, description: optional({ raw, context: inner }, "description", readString) }];
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
    else if (first.pointer !== place.pointer) context.report({ place, message, hint: "rename one of them" });
  }
}
