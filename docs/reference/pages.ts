/** The pages that follow the spec, by their slugs. */
import type { Api, ErrorCode, NamedSchema, Operation, Place, Tag, Webhook } from "../../scripts/model.ts";
import { SpecError } from "../../scripts/read/spec-error.ts";
import { errorSlug, eventSlug, operationSlug, schemaSlug, tagSlug } from "./addresses.ts";
import { summarize } from "./summarize.ts";
import { titleOf } from "./usage.ts";

/** The subject of a page. */
export type Subject =
  | { readonly kind: "error"; readonly error: ErrorCode }
  | { readonly kind: "errors" | "events" | "overview" | "schemas" }
  | { readonly kind: "event"; readonly event: Webhook }
  | { readonly kind: "operation"; readonly operation: Operation }
  | { readonly kind: "schema"; readonly schema: NamedSchema }
  | { readonly kind: "tag"; readonly tag: Tag };

export interface Page {
  readonly title: string;
  /** One sentence, for search engines and indexes. */
  readonly description: string;
  readonly subject: Subject;
}

/**
 * Every page of the reference and of the error codes, by its slug.
 *
 * @throws {SpecError} where two of them would have one address.
 */
export function listPages(api: Api): Map<string, Page> {
  const pages = new Map<string, Page>();
  for (const [slug, page] of [...indexes(api), ...subjects(api)]) {
    const other = pages.get(slug);
    if (other !== undefined) throw sharedAddress(slug, page, other);
    pages.set(slug, page);
  }
  return pages;
}

function sharedAddress(slug: string, { title, subject }: Page, other: Page): SpecError {
  const message = `the pages of ${JSON.stringify(other.title)} and ${JSON.stringify(title)} would both be at /${slug}/`;
  return new SpecError([{ place: placeOf(subject), message, hint: "rename one of them" }]);
}

function placeOf(subject: Subject): Place {
  if (subject.kind === "operation") return subject.operation.place;
  if (subject.kind === "event") return subject.event.place;
  if (subject.kind === "schema") return subject.schema.schema.place;
  return { pointer: subject.kind === "tag" ? "/tags" : "", line: 1 };
}

function indexes({ title, version }: Api): [string, Page][] {
  const overview = `${title} ${version}: every operation, schema, event and error code.`;
  return [
    ["reference", { title: "API reference", description: overview, subject: { kind: "overview" } }],
    [
      "reference/events",
      {
        title: "Events",
        description: "Every event type that VINR posts to webhook endpoints.",
        subject: { kind: "events" },
      },
    ],
    [
      "reference/schemas",
      { title: "Schemas", description: "Every object and value of the API, by name.", subject: { kind: "schemas" } },
    ],
    [
      "errors",
      {
        title: "Error codes",
        description: "Every error code of the API, with a page on each.",
        subject: { kind: "errors" },
      },
    ],
  ];
}

function subjects({ tags, operations, webhooks, schemas, errorCodes }: Api): [string, Page][] {
  return [
    ...tags.map((tag): [string, Page] => [
      tagSlug(tag.name),
      { title: tag.name, description: summarize(tag.description), subject: { kind: "tag", tag } },
    ]),
    ...operations.map((operation): [string, Page] => [
      operationSlug(operation),
      {
        title: titleOf(operation),
        description: summarize(operation.description),
        subject: { kind: "operation", operation },
      },
    ]),
    ...webhooks.map((event): [string, Page] => [
      eventSlug(event.name),
      {
        title: event.name,
        description: `${event.summary ?? event.name}. ${summarize(event.description)}`,
        subject: { kind: "event", event },
      },
    ]),
    ...[...schemas.values()].map((schema): [string, Page] => [
      schemaSlug(schema.name),
      { title: schema.name, description: summarize(schema.schema.description), subject: { kind: "schema", schema } },
    ]),
    ...[...errorCodes.values()].map((error): [string, Page] => [
      errorSlug(error.code),
      {
        title: error.code,
        description: `${error.status}: ${summarize(error.description)}.`,
        subject: { kind: "error", error },
      },
    ]),
  ];
}

/** The slugs of the pages in a section, without its name; `undefined` for the section's own page. */
export function slugsBelow(api: Api, section: string): (string | undefined)[] {
  const own = [...listPages(api).keys()].filter((slug) => slug === section || slug.startsWith(`${section}/`));
  return own.map((slug) => slug.slice(section.length + 1) || undefined);
}
