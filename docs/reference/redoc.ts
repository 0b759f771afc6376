/**
 * Renders lists of fields with Redoc's own components, ahead of time.
 *
 * Redoc draws for a browser: whatever is behind a tab, or nested below the first level, it mounts when somebody looks.
 * So each list is asked for by itself, as the body or the parameters of an operation made for it, and `dress.ts` puts
 * them together.
 */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { StaticRouter } from "react-router";
import { prepareApiDocs, RedoclyApiDocsStandalone } from "redoc";
import type { Raw } from "./raw.ts";

/** What to show the fields of. */
export interface FieldSource {
  readonly parameters?: readonly Raw[];
  readonly schema?: Raw;
}

interface Item {
  readonly label: string;
  readonly link?: string;
  readonly httpPath?: string;
  readonly items?: readonly Item[];
}

/** The page that Redoc makes of each source, as HTML, by the source's key. */
export async function renderWithRedoc(
  document: Raw,
  sources: ReadonlyMap<string, FieldSource>,
): Promise<Map<string, string>> {
  const paths = Object.fromEntries(
    [...sources].map(([key, source], index) => [`/${index}`, { post: standIn(key, source) }]),
  );
  const spec = {
    openapi: document.openapi,
    info: { title: "-", version: "-" },
    components: document.components,
    paths,
  };
  const options = { disableTelemetry: true, maxDisplayedEnumValues: 100 };
  const docs = await prepareApiDocs({ spec, options, basePath: "/r" });
  const pages = flatten(docs.items as readonly Item[]).filter(({ httpPath }) => httpPath !== undefined);
  return new Map(
    pages.map((item) => {
      const page = createElement(RedoclyApiDocsStandalone, { ...docs, items: [item], basePath: "/r" });
      return [item.label, renderToStaticMarkup(createElement(StaticRouter, { location: item.link ?? "/" }, page))];
    }),
  );
}

function standIn(key: string, { parameters = [], schema }: FieldSource): Raw {
  const body = schema === undefined ? {} : { requestBody: { content: { "application/json": { schema } } } };
  const responses = { "204": { description: "-" } };
  return { operationId: key.replaceAll(/\W/g, "_"), summary: key, parameters, responses, ...body };
}

function flatten(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...flatten(item.items ?? [])]);
}
