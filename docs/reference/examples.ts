/** The examples of responses and deliveries, as a page offers them for a choice. */
import { STATUS_CODES } from "node:http";
import type { Json, MediaType, Response } from "../../scripts/model.ts";
import { isError } from "./error-responses.ts";

/** One example that a reader can choose. */
export interface ShownExample {
  readonly title: string;
  /** The body; undefined for a response without one. */
  readonly value: Json | undefined;
  /** Whether a page of its own shows the same: then search and the Markdown page leave it out here. */
  readonly isElsewhere: boolean;
}

/** Examples under a common label, such as `201 Created`. */
export interface ExampleGroup {
  readonly label: string;
  readonly examples: readonly ShownExample[];
}

/** The examples of each response, by status. A status without a body has one example: that there is none. */
export function groupResponseExamples(responses: readonly Response[]): ExampleGroup[] {
  return responses.map((response) => {
    const { status, content } = response;
    const shown = listExamples(content, isError(response));
    const none = { title: "no body", value: undefined, isElsewhere: false };
    const examples = shown.length > 0 ? shown : [none];
    return {
      label: titleOfStatus(status),
      examples: examples.map((example) => ({ ...example, title: `${status}: ${example.title}` })),
    };
  });
}

/** The examples of a body. */
export function listExamples(content: readonly MediaType[], isElsewhere = false): ShownExample[] {
  const examples = content.flatMap(({ examples }) => examples);
  return examples.map(({ name, summary, value }) => ({ title: summary ?? name, value, isElsewhere }));
}

/** `404` → `404 Not Found`; a range such as `4XX` stays as it is. */
export function titleOfStatus(status: string): string {
  const reason = STATUS_CODES[status];
  return reason === undefined ? status : `${status} ${reason}`;
}
