/** The page of an operation: everything about it, readable without a script. */
import { errorSlug, href, operationSlug, schemaSlug } from "./addresses.ts";
import type { Fields } from "./fields.ts";
import { code, fence, json, link, page, prose, summarize, table } from "./markdown.ts";
import { type Raw, record, refName, text } from "./raw.ts";
import type { Body, DescribedOperation, DescribedResponse } from "./read-description.ts";
import type { FieldSource } from "./redoc.ts";
import type { Sample } from "./samples.ts";

const places = [
  ["path", "Path parameters"],
  ["query", "Query parameters"],
  ["header", "Headers"],
] as const;

const isError = ({ status }: DescribedResponse): boolean => /^[45]/.test(status);

/** What Redoc is to render for an operation or an event. */
export function operationSources(operation: DescribedOperation): [string, FieldSource][] {
  const parameters = places.map(([place]): [string, FieldSource] => [
    `${operation.id} ${place}`,
    { parameters: operation.parameters.filter((parameter) => parameter.in === place) },
  ]);
  const headers = operation.responses.map(({ status, headers }): [string, FieldSource] => [
    `${operation.id} ${status} header`,
    { parameters: headers.map((header) => ({ ...header, in: "header" })) },
  ]);
  return [...parameters, ...headers].filter(([, { parameters = [] }]) => parameters.length > 0);
}

export function operationPage(operation: DescribedOperation, fields: Fields, samples: readonly Sample[]): string {
  const { summary, description, method, path, id } = operation;
  return page(
    { title: summary, description: summarize(description), sidebar: sidebarOf(operation) },
    endpoint(method, path),
    prose(description),
    "## Sample",
    ...samples.map(({ language, source, label }) => fence(language, source, label)),
    ...requestParts(operation, fields),
    "## Responses",
    ...operation.responses
      .filter((response) => !isError(response))
      .flatMap((response) => success(id, response, fields)),
    ...errors(operation),
    "## Elsewhere",
    `- ${link("In the interactive reference", `/reference/interactive/#/${interactive(operation)}`)}`,
  );
}

const interactive = ({ tag, id }: DescribedOperation): string => `${tag.toLowerCase()}/${id.toLowerCase()}`;

export function sidebarOf({ method, summary }: DescribedOperation): Raw {
  return { label: summary, badge: { text: method.toUpperCase(), class: `verb verb-${method}` } };
}

export function endpoint(method: string, path: string): string {
  const verb = `<span class="verb verb-${method}">${method.toUpperCase()}</span>`;
  return `<p class="endpoint">${verb} <code>${path.replaceAll("{", "&#123;")}</code></p>`;
}

export function requestParts(operation: DescribedOperation, fields: Fields): string[] {
  const { id, parameters, body } = operation;
  const used = places.filter(([place]) => parameters.some((parameter) => parameter.in === place));
  const shown = used.flatMap(([place, title]) => [`### ${title}`, fields.ofSource(`${id} ${place}`, place)]);
  return ["## Request", ...shown, ...(body === undefined ? [] : bodyParts(body, fields))];
}

function bodyParts(body: Body, fields: Fields): string[] {
  const name = refName(body.schema) ?? "";
  const optional = body.required ? "" : " The body may be left out.";
  return [
    "### Body",
    `${prose(body.description)} ${link(code(name), href(schemaSlug(name)))} as ${code("application/json")}.${optional}`,
    fields.ofSchema(name, "body"),
    ...body.examples.map(({ summary, value }) => json(value, summary)),
  ];
}

function success(id: string, { status, description, headers, body }: DescribedResponse, fields: Fields): string[] {
  const name = refName(body?.schema);
  const shape =
    name === undefined ? "No body." : `${link(code(name), href(schemaSlug(name)))} as ${code("application/json")}.`;
  return [
    `### ${status}`,
    `${prose(description)} ${shape}`,
    name === undefined ? "" : fields.ofSchema(name, `response-${status.toLowerCase()}`),
    ...(body?.examples ?? []).map(({ summary, value }) => json(value, summary)),
    headers.length === 0 ? "" : `#### Headers of ${status}`,
    headers.length === 0 ? "" : fields.ofSource(`${id} ${status} header`, `header-${status.toLowerCase()}`),
  ];
}

/** The codes that an operation answers with, as the examples of its responses tell. */
export function errorCodes({ responses }: DescribedOperation): { status: string; codes: string[] }[] {
  return responses.filter(isError).map(({ status, body }) => ({
    status,
    codes: (body?.examples ?? []).map(({ value }) => text(record(record(value).error).code)),
  }));
}

function errors(operation: DescribedOperation): string[] {
  const codes = new Map(errorCodes(operation).map(({ status, codes }) => [status, codes]));
  const rows = operation.responses.filter(isError).map(({ status, description, headers }) => [
    status,
    prose(description),
    (codes.get(status) ?? []).map((name) => link(code(name), href(errorSlug(name)))).join(", "),
    headers
      .map(({ name }) => text(name))
      .filter((name) => name === "Retry-After")
      .map(code)
      .join(""),
  ]);
  if (rows.every(([, , names]) => names === "")) return [];
  const body = link(code("ErrorResponse"), href(schemaSlug("ErrorResponse")));
  return [
    "### Errors",
    `Every error has the body ${body} and the headers above but \`Idempotent-Replayed\`. Branch on \`error.code\`.`,
    table(["Status", "Meaning", "Codes", "More headers"], rows),
  ];
}

export const operationHref = (operation: DescribedOperation): string => href(operationSlug(operation));
