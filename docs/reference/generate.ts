/** Every page that comes from the description, pure: description, samples and advice in, files out. */
import type { Api, GeneratedFile } from "../../scripts/model.ts";
import { errorSlug, eventSlug, kebab, operationSlug, schemaSlug } from "./addresses.ts";
import { errorPage, errorsIndex } from "./error-page.ts";
import { eventPage, eventsIndex } from "./event-page.ts";
import { renderFields } from "./fields.ts";
import { operationPage, operationSources } from "./operation-page.ts";
import type { Description } from "./read-description.ts";
import type { Sample } from "./samples.ts";
import { schemaPage, schemasIndex } from "./schema-page.ts";
import { overviewPage, tagPage } from "./tag-page.ts";

export interface Sources {
  readonly api: Api;
  readonly description: Description;
  /** By `operationId`. */
  readonly samples: ReadonlyMap<string, readonly Sample[]>;
  /** What to do about an error, by its code. */
  readonly advice: ReadonlyMap<string, string>;
}

/** Pages as Markdown, their paths from the root of the site. */
export async function generatePages({ api, description, samples, advice }: Sources): Promise<GeneratedFile[]> {
  const { operations, events, schemas, tags } = description;
  const fields = await renderFields(description, new Map([...operations, ...events].flatMap(operationSources)));
  const codes = [...api.errorCodes.values()];
  const pages: [slug: string, content: string][] = [
    ["reference/index", overviewPage(description)],
    ...tags.map(({ name, description: about }): [string, string] => [
      `reference/${kebab(name)}/index`,
      tagPage(name, about, description),
    ]),
    ...operations.map((operation): [string, string] => [
      operationSlug(operation),
      operationPage(operation, fields, samples.get(operation.id) ?? []),
    ]),
    ["reference/events/index", eventsIndex(description)],
    ...events.map((event): [string, string] => [eventSlug(event.type), eventPage(event, fields)]),
    ["reference/schemas/index", schemasIndex(description)],
    ...[...schemas].map(([name, schema]): [string, string] => [
      schemaSlug(name),
      schemaPage(name, schema, description, fields),
    ]),
    ["errors/index", errorsIndex(codes)],
    ...codes.map((error): [string, string] => [
      errorSlug(error.code),
      errorPage(error, advice.get(error.code) ?? "", description),
    ]),
  ];
  return pages.map(([slug, content]) => ({ path: `${slug}.md`, content }));
}
