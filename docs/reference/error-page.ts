/** The page of an error code: facts from the description, and what to do about it from `docs/errors/<code>.md`. */
import type { ErrorCode } from "../../scripts/model.ts";
import { errorSlug, href, operationSlug, schemaSlug } from "./addresses.ts";
import { code, json, link, page, prose, summarize, table } from "./markdown.ts";
import { errorCodes } from "./operation-page.ts";
import { record, text } from "./raw.ts";
import type { Description } from "./read-description.ts";

export function errorPage(error: ErrorCode, advice: string, description: Description): string {
  const users = description.operations.filter((operation) =>
    errorCodes(operation).some(({ codes }) => codes.includes(error.code)),
  );
  const example = findExample(error.code, description);
  const body = link(code("ErrorResponse"), href(schemaSlug("ErrorResponse")));
  return page(
    {
      title: error.code,
      description: `${error.status}: ${summarize(error.description)}.`,
      sidebar: { label: error.code },
    },
    `**${error.status}**: ${prose(error.description)}. The error's type is ${code(error.type)}.`,
    advice,
    example === undefined ? "" : "## Example",
    example === undefined ? "" : json(example),
    example === undefined ? "" : `The body is an ${body}.`,
    "## Answered by",
    users.length === 0
      ? "Any request: it is not tied to an operation."
      : users.map((operation) => `- ${link(operation.summary, href(operationSlug(operation)))}`).join("\n"),
  );
}

function findExample(wanted: string, { operations }: Description): unknown {
  const bodies = operations.flatMap(({ responses }) => responses.map(({ body }) => body));
  return bodies
    .flatMap((body) => body?.examples ?? [])
    .find(({ value }) => text(record(record(value).error).code) === wanted)?.value;
}

export function errorsIndex(codes: readonly ErrorCode[]): string {
  const rows = codes.map((error) => [
    String(error.status),
    link(code(error.code), href(errorSlug(error.code))),
    prose(error.description),
  ]);
  return page(
    {
      title: "Error codes",
      description: "Every code of the API's errors, with a page about each.",
      sidebar: { label: "All codes", order: 0 },
    },
    `Branch on \`error.code\`: it is stable. How to handle errors as a whole: ${link("Errors", "/guides/errors/")}.`,
    table(["Status", "Code", "Meaning"], rows),
  );
}
