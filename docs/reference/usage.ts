/** Where a named schema is used. */
import type { Api, Operation, Schema, Webhook } from "../../scripts/model.ts";
import { findUses, reachSchemas, type Use } from "../../scripts/read/model/find-directions.ts";
import { allSubschemas } from "../../scripts/read/subschemas.ts";
import { eventSlug, href, operationSlug, schemaSlug } from "./addresses.ts";

export interface User {
  readonly href: string;
  readonly label: string;
  /** Whether the label is a name of the API rather than a title. */
  readonly isName: boolean;
}

/** The operations, events and schemas that refer to a schema themselves. */
export function usersOf(name: string, { operations, webhooks, schemas }: Api): User[] {
  const refers = (schema: Schema): boolean => [...allSubschemas(schema)].some(({ ref }) => ref === name);
  const isUsed = (uses: readonly Use[]): boolean => uses.some(({ schema }) => refers(schema));
  // Without its callbacks: what they deliver is listed as events.
  const ofOperations = operations.filter((operation) => isUsed(findUses([{ ...operation, callbacks: [] }], [])));
  const ofEvents = webhooks.filter((event) => isUsed(findUses([], [event])));
  const ofSchemas = [...schemas.values()].filter(({ schema }) => refers(schema));
  return [
    ...ofOperations.map(linkToOperation),
    ...ofEvents.map(linkToEvent),
    ...ofSchemas.map((schema) => userOf(schemaSlug(schema.name), schema.name, true)),
  ];
}

/**
 * The schemas by the area of the API to which they belong: the tag of the operations that use them, directly or through others;
 * `Events` if only events use them, and `Shared` if several tags do.
 */
export function schemasByArea({ tags, operations, schemas }: Api): ReadonlyMap<string, readonly string[]> {
  const find = (name: string): Schema | undefined => schemas.get(name)?.schema;
  const reached = tags.map(({ name }) => {
    const own = operations.filter(({ tag }) => tag === name).map((operation) => ({ ...operation, callbacks: [] }));
    const uses = findUses(own, []).map(({ schema }) => schema);
    return { tag: name, names: reachSchemas(uses, find) };
  });
  const areas = new Map<string, string[]>(
    [...tags.map(({ name }) => name), "Events", "Shared"].map((area) => [area, []]),
  );
  for (const name of schemas.keys()) {
    const own = reached.filter(({ names }) => names.has(name)).map(({ tag }) => tag);
    areas.get(own.length > 1 ? "Shared" : (own[0] ?? "Events"))?.push(name);
  }
  return new Map([...areas].filter(([, names]) => names.length > 0));
}

export const titleOf = ({ summary, operationId }: Operation): string => summary ?? operationId;

export const linkToOperation = (operation: Operation): User =>
  userOf(operationSlug(operation), titleOf(operation), false);
export const linkToEvent = ({ name }: Webhook): User => userOf(eventSlug(name), name, true);

const userOf = (slug: string, label: string, isName: boolean): User => ({ href: href(slug), label, isName });
