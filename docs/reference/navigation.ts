/** The part of the sidebar that comes from the description. */
import type { ErrorCode } from "../../scripts/model.ts";
import { errorSlug, eventSlug, kebab, operationSlug, schemaSlug } from "./addresses.ts";
import type { Description } from "./read-description.ts";

interface Entry {
  readonly slug: string;
}

interface Group {
  readonly label: string;
  readonly collapsed: boolean;
  readonly items: readonly Entry[];
}

export interface Navigation {
  readonly reference: Group[];
  readonly errors: Entry[];
}

const entry = (slug: string): Entry => ({ slug });

export function navigate({ tags, operations, events, schemas }: Description, codes: readonly ErrorCode[]): Navigation {
  const group = (label: string, slugs: readonly string[]): Group => ({
    label,
    collapsed: true,
    items: slugs.map(entry),
  });
  const ofTags = tags.map(({ name }) => {
    const own = operations.filter(({ tag }) => tag === name).map(operationSlug);
    return { ...group(name, [`reference/${kebab(name)}`, ...own]), collapsed: false };
  });
  const ofEvents = group("Events", ["reference/events", ...events.map(({ type }) => eventSlug(type))]);
  const ofSchemas = group("Schemas", ["reference/schemas", ...[...schemas.keys()].map(schemaSlug)]);
  return {
    reference: [...ofTags, ofEvents, ofSchemas],
    errors: ["errors", ...codes.map(({ code }) => errorSlug(code))].map(entry),
  };
}
