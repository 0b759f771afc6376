/** Where a named schema is used. */
import type { Api, Operation, Schema } from "../../scripts/model.ts";
import { findUses, type Use } from "../../scripts/read/find-directions.ts";
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
    ...ofOperations.map((operation) => userOf(operationSlug(operation), titleOf(operation), false)),
    ...ofEvents.map((event) => userOf(eventSlug(event.name), event.name, true)),
    ...ofSchemas.map((schema) => userOf(schemaSlug(schema.name), schema.name, true)),
  ];
}

export const titleOf = ({ summary, operationId }: Operation): string => summary ?? operationId;

const userOf = (slug: string, label: string, isName: boolean): User => ({ href: href(slug), label, isName });
