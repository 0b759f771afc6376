/** The part of the sidebar that follows the spec. */
import type { Api } from "../../scripts/model.ts";
import { errorSlug, eventSlug, href, operationSlug, schemaSlug, tagSlug } from "./addresses.ts";
import { titleOf } from "./usage.ts";

export interface Entry {
  readonly label: string;
  readonly link: string;
  readonly badge?: { readonly text: string; readonly class: string };
}

export interface Group {
  readonly label: string;
  readonly collapsed: boolean;
  readonly items: readonly (Entry | Group)[];
}

export interface Navigation {
  readonly reference: readonly Group[];
  readonly errors: readonly Entry[];
}

export function buildNavigation({ tags, operations, webhooks, schemas, errorCodes }: Api): Navigation {
  const ofTags = tags.map(({ name }) => {
    const own = operations
      .filter(({ tag }) => tag === name)
      .map((operation) => ({
        ...entry(titleOf(operation), operationSlug(operation)),
        badge: { text: operation.method.toUpperCase(), class: `verb verb-${operation.method}` },
      }));
    return { label: name, collapsed: false, items: [entry("Overview", tagSlug(name)), ...own] };
  });
  const events = webhooks.map(({ name }) => entry(name, eventSlug(name)));
  const named = [...schemas.keys()].map((name) => entry(name, schemaSlug(name)));
  return {
    reference: [
      ...ofTags,
      { label: "Events", collapsed: true, items: [entry("All events", "reference/events"), ...events] },
      { label: "Schemas", collapsed: true, items: [entry("All schemas", "reference/schemas"), ...named] },
    ],
    errors: [entry("All codes", "errors"), ...[...errorCodes.keys()].map((code) => entry(code, errorSlug(code)))],
  };
}

const entry = (label: string, slug: string): Entry => ({ label, link: href(slug) });
