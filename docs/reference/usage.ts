/** Where a named schema is used. */
import type { Api, Operation, Schema, Webhook } from "../../scripts/model.ts";
import { eventSlug, href, operationSlug, schemaSlug } from "./addresses.ts";

export interface User {
  readonly href: string;
  readonly label: string;
  /** Whether the label is a name of the API rather than a title. */
  readonly isName: boolean;
}

/** The operations, events and schemas that refer to a schema themselves. */
export function usersOf(name: string, { operations, webhooks, schemas }: Api): User[] {
  const refers = (value: unknown): boolean => refersTo(value, name);
  const ofOperations = operations.filter(({ parameters, requestBody, responses }) =>
    refers([parameters, requestBody, responses]),
  );
  const ofEvents = webhooks.filter(({ parameters, requestBody, responses }) =>
    refers([parameters, requestBody, responses]),
  );
  const ofSchemas = [...schemas.values()].filter(({ schema }) => refers(schema));
  return [
    ...ofOperations.map((operation) => userOf(operationSlug(operation), titleOf(operation), false)),
    ...ofEvents.map((event) => userOf(eventSlug(event.name), event.name, true)),
    ...ofSchemas.map((schema) => userOf(schemaSlug(schema.name), schema.name, true)),
  ];
}

export const titleOf = ({ summary, operationId }: Operation): string => summary ?? operationId;

const userOf = (slug: string, label: string, isName: boolean): User => ({ href: href(slug), label, isName });

/** Whether a schema with this reference is anywhere in a part of the model. */
function refersTo(value: unknown, name: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (value instanceof Map || Array.isArray(value)) return [...value.values()].some((part) => refersTo(part, name));
  return (value as Schema).ref === name || Object.values(value).some((part) => refersTo(part, name));
}

/** The name of the schema that an event's body has. */
export const payloadName = ({ payload }: Webhook): string | undefined => payload?.ref;
