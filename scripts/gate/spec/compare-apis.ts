/** Every difference between two versions of the API that the model contains, each reported once, with the places that use it. */
import type { Api, Operation, Webhook } from "../../model.ts";
import { findUses, reachSchemas } from "../../read/model/find-directions.ts";
import type { Change } from "../changes.ts";
import { MessageComparison } from "./compare-operations.ts";
import { compareSchemas, type SchemaVersions } from "./compare-schemas.ts";
import { rateSchemaChanges } from "./rate.ts";

export function compareApis(before: Api, after: Api): Change[] {
  const versions: SchemaVersions = { before: before.schemas, after: after.schemas };
  return mergeAlike([
    ...compareMessages(operationsOf(before), operationsOf(after), versions, "request"),
    ...compareMessages(webhooksOf(before), webhooksOf(after), versions, "response"),
    ...compareNamedSchemas(before, after, versions),
  ]);
}

type Messages = ReadonlyMap<string, Operation | Webhook>;

function operationsOf({ operations }: Api): Messages {
  return new Map(operations.map((operation) => [titleOf(operation), operation]));
}

/** Webhooks and callbacks: both are sent by the API. */
function webhooksOf({ webhooks, operations }: Api): Messages {
  const callbacks = operations.flatMap((operation) =>
    operation.callbacks.map((callback) => [`callback ${callback.name} of ${titleOf(operation)}`, callback] as const),
  );
  return new Map([...webhooks.map((webhook) => [`webhook ${webhook.name}`, webhook] as const), ...callbacks]);
}

function titleOf({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path}`;
}

function* compareMessages(
  before: Messages,
  after: Messages,
  versions: SchemaVersions,
  writer: "request" | "response",
): Generator<Change> {
  const thing = writer === "request" ? "operation" : "webhook";
  for (const [where, old] of before) {
    const now = after.get(where);
    const { pointer, line } = old.place;
    const what = `The ${thing} was removed.`;
    const wasDeprecated = "deprecated" in old && old.deprecated;
    if (now === undefined)
      yield {
        impact: "major",
        kind: "removed",
        rule: `vinr/${thing}-removed`,
        where,
        what,
        pointer,
        line,
        ...(wasDeprecated ? { wasDeprecated } : {}),
      };
    else for (const change of new MessageComparison(versions, writer).compare(old, now)) yield { ...change, where };
  }
  for (const [where, { place }] of after) {
    if (before.has(where)) continue;
    const what = `The ${thing} was added.`;
    yield { impact: "minor", kind: "added", rule: "vinr/added", where, what, pointer: place.pointer, line: place.line };
  }
}

function* compareNamedSchemas(before: Api, after: Api, versions: SchemaVersions): Generator<Change> {
  const usersBefore = usersOf(before);
  const usersAfter = usersOf(after);
  for (const [name, { schema, direction }] of before.schemas) {
    const now = after.schemas.get(name);
    const where = `schema ${name}${listUsers(usersAfter.get(name) ?? usersBefore.get(name) ?? [])}`;
    if (now === undefined) {
      const what = `The schema \`${name}\` was removed or renamed; types and validators are called by its name.`;
      yield { impact: "major", kind: "removed", rule: "vinr/schema-removed", where, what, ...schema.place };
      continue;
    }
    const changes = compareSchemas(schema, now.schema, versions);
    const both = direction === now.direction ? direction : "both";
    for (const change of rateSchemaChanges(changes, both, now.schema)) yield { ...change, where };
  }
  for (const [name, { schema }] of after.schemas) {
    if (before.schemas.has(name)) continue;
    const what = `The schema \`${name}\` was added.`;
    yield { impact: "minor", kind: "added", rule: "vinr/added", where: `schema ${name}`, what, ...schema.place };
  }
}

/** The operations and webhooks that use each named schema, directly or through others. */
function usersOf(api: Api): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const [title, message] of [...operationsOf(api), ...webhooksOf(api)]) {
    const isOperation = "method" in message;
    const uses = isOperation ? findUses([message], []) : findUses([], [message]);
    const names = reachSchemas(
      uses.map(({ schema }) => schema),
      (name) => api.schemas.get(name)?.schema,
    );
    for (const name of names) users.set(name, [...(users.get(name) ?? []), title]);
  }
  return users;
}

function listUsers([first, second, ...more]: readonly string[]): string {
  if (first === undefined) return ", used nowhere";
  if (second === undefined) return `, used by ${first}`;
  return more.length === 0 ? `, used by ${first} and ${second}` : `, used by ${first} and ${more.length + 1} more`;
}

/** A parameter or response that several operations share changes once; twice where it breaks one and helps another. */
function mergeAlike(changes: readonly Change[]): Change[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.impact} ${change.rule} ${change.pointer} ${change.what}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return others.length === 0 ? [first] : [{ ...first, where: `${first.where} and ${others.length} more` }];
  });
}
