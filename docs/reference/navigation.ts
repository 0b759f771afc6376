/** The part of the sidebar that follows the spec. */
import type { Api, ErrorCode } from "../../scripts/model.ts";
import { errorSlug, eventSlug, href, operationSlug, schemaSlug, tagSlug } from "./addresses.ts";
import { schemasByArea, titleOf } from "./usage.ts";

export interface Entry {
  readonly label: string;
  readonly link: string;
  readonly badge?: { readonly text: string; readonly class: string };
}

export interface Group {
  readonly label: string;
  readonly items: readonly (Entry | Group)[];
}

export interface Navigation {
  readonly reference: readonly Group[];
  readonly errors: readonly (Entry | Group)[];
}

/** Groups of the sidebar, none of them longer than a screen. */
export function buildNavigation(api: Api): Navigation {
  const { tags, operations, webhooks } = api;
  const ofTags = tags.map(({ name }) => {
    const own = operations
      .filter(({ tag }) => tag === name)
      .map((operation) => ({
        ...entry(titleOf(operation), operationSlug(operation)),
        badge: { text: operation.method.toUpperCase(), class: `verb verb-${operation.method}` },
      }));
    return { label: name, items: [entry("Overview", tagSlug(name)), ...own] };
  });
  const events = webhooks.map(({ name }) => entry(name, eventSlug(name)));
  return {
    reference: [
      ...ofTags,
      { label: "Events", items: [entry("All events", "reference/events"), ...events] },
      { label: "Schemas", items: [entry("All schemas", "reference/schemas"), ...groupSchemas(api)] },
    ],
    errors: [entry("All codes", "errors"), ...groupErrors([...api.errorCodes.values()])],
  };
}

/** The schemas, by where they are used. */
function groupSchemas(api: Api): Group[] {
  return [...schemasByArea(api)].map(([label, names]) => ({
    label,
    items: names.map((name) => entry(name, schemaSlug(name))),
  }));
}

/** The error codes, by their type; a type of few codes needs no group. */
function groupErrors(codes: readonly ErrorCode[]): (Entry | Group)[] {
  const types = [...new Set(codes.map(({ type }) => type))];
  return types.flatMap((type): readonly (Entry | Group)[] => {
    const own = codes.filter((one) => one.type === type).map(({ code }) => entry(code, errorSlug(code)));
    return own.length < 4 ? own : [{ label: titleOfType(type), items: own }];
  });
}

/** `invalid_request_error` → `Invalid request`. */
function titleOfType(type: string): string {
  const words = type.replace(/_error$/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const entry = (label: string, slug: string): Entry => ({ label, link: href(slug) });
