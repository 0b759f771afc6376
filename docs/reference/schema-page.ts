/** The page of a named schema: its fields, where it is used, and its JSON Schema. */
import { eventSlug, href, operationSlug, schemaSlug } from "./addresses.ts";
import type { Fields } from "./fields.ts";
import { code, json, link, page, prose, summarize, table } from "./markdown.ts";
import { isRaw, type Raw, text } from "./raw.ts";
import type { Description } from "./read-description.ts";

export function schemaPage(name: string, schema: Raw, description: Description, fields: Fields): string {
  const examples = Array.isArray(schema.examples) ? schema.examples : [];
  const about = text(schema.description);
  return page(
    { title: name, description: summarize(about), sidebar: { label: name } },
    prose(about),
    "## Fields",
    fields.ofSchema(name, "field"),
    ...examples.slice(0, 1).map((example) => json(example, "Example")),
    "## Used by",
    users(name, description)
      .map((user) => `- ${user}`)
      .join("\n"),
    "## As JSON Schema",
    `${link(code(`${name}.json`), `/schemas/${name}.json`)}: draft 2020-12, with everything that it refers to.`,
  );
}

/** Links to what refers to a schema: operations, events, other schemas. */
function users(name: string, { operations, events, schemas }: Description): string[] {
  const reference = `#/components/schemas/${name}`;
  const ofOperations = operations
    .filter((operation) => refersTo(operation, reference))
    .map((operation) => link(operation.summary, href(operationSlug(operation))));
  const ofEvents = events
    .filter((event) => refersTo(event, reference))
    .map(({ type }) => link(code(type), href(eventSlug(type))));
  const ofSchemas = [...schemas]
    .filter(([, schema]) => refersTo(schema, reference))
    .map(([other]) => link(code(other), href(schemaSlug(other))));
  return [...ofOperations, ...ofEvents, ...ofSchemas];
}

function refersTo(value: unknown, reference: string): boolean {
  if (Array.isArray(value)) return value.some((item) => refersTo(item, reference));
  if (!isRaw(value)) return false;
  return value.$ref === reference || Object.values(value).some((part) => refersTo(part, reference));
}

export function schemasIndex({ schemas }: Description): string {
  const rows = [...schemas].map(([name, schema]) => [
    link(code(name), href(schemaSlug(name))),
    prose(summarize(text(schema.description))),
  ]);
  return page(
    {
      title: "Schemas",
      description: "Every object and value of the API, by name.",
      sidebar: { label: "All schemas", order: 0 },
    },
    "The names are those of the OpenAPI description, and of the types in `@vinr/types`. Responses are open: new properties and new enum values may appear. Request bodies are closed.",
    table(["Schema", "What it is"], rows),
  );
}
