/** The overview of the reference, and the page of each of its groups. */
import { href, kebab, operationSlug } from "./addresses.ts";
import { code, link, page, prose, summarize, table } from "./markdown.ts";
import type { DescribedOperation, Description } from "./read-description.ts";

const rowOf = (operation: DescribedOperation): string[] => [
  link(operation.summary, href(operationSlug(operation))),
  `${code(operation.method.toUpperCase())} ${code(operation.path)}`,
  prose(summarize(operation.description)),
];

export function tagPage(name: string, about: string, { operations }: Description): string {
  const rows = operations.filter(({ tag }) => tag === name).map(rowOf);
  return page(
    { title: name, description: summarize(about), sidebar: { label: "Overview", order: 0 } },
    prose(about),
    "## Operations",
    table(["Operation", "Request", "What it does"], rows),
  );
}

export function overviewPage(description: Description): string {
  const { title, version, overview, tags, servers, operations } = description;
  const groups = tags.flatMap(({ name }) => [
    `### ${link(name, href(`reference/${kebab(name)}`))}`,
    table(["Operation", "Request", "What it does"], operations.filter(({ tag }) => tag === name).map(rowOf)),
  ]);
  return page(
    { title: "API reference", description: `${title} ${version}: every operation, schema, event and error code.` },
    `Version ${version}. ${link("All events", "/reference/events/")}, ${link("all schemas", "/reference/schemas/")}, ${link("all error codes", "/errors/")}. The same as ${link("one interactive page", "/reference/interactive/")}.`,
    "## Download",
    `- ${link("openapi.yaml", "/openapi.yaml")} and ${link("openapi.json", "/openapi.json")}: the OpenAPI 3.1 description`,
    `- ${link("journeys.arazzo.yaml", "/journeys.arazzo.yaml")}: journeys through the API, as Arazzo`,
    `- ${link("samples.overlay.yaml", "/samples.overlay.yaml")}: the samples, as an OpenAPI Overlay`,
    "## Servers",
    table(
      ["Address", "What it is"],
      servers.map((server) => [code(server.url), prose(server.description)]),
    ),
    "## Operations",
    ...groups,
    prose(overview),
  );
}
