import { literal, literalKey } from "../emit/literal.ts";
import type { Api, GeneratedFile, Json, Operation } from "../model.ts";
import { mediaExamples } from "./media-examples.ts";

/**
 * `packages/client`: the description's own examples of answers and events, from which the test kit answers.
 *
 * An example that several responses share is written once.
 */
export function generateExamples(api: Api): GeneratedFile {
  const pool = createPool(api.document);
  const operations = api.operations.map(
    (operation) => `  ${literalKey(operation.operationId)}: ${statuses(operation, pool)},\n`,
  );
  const events = api.webhooks.map(({ name, requestBody }) => {
    return `  ${literalKey(name)}: ${requestBody === undefined ? "{}" : pool.named(requestBody.place.pointer)},\n`;
  });
  const content = `${pool.declarations()}/** The documented answers of each operation: by status, then by the example's name. */
export const examples = {
${operations.join("")}};

/** The documented payloads of each event type, by the example's name. */
export const eventExamples = {
${events.join("")}};
`;
  return { path: "packages/client/src/generated/examples.ts", content };
}

function statuses({ responses }: Operation, pool: Pool): string {
  const entries = responses.map(({ status, place }) => `    ${literalKey(status)}: ${pool.named(place.pointer)},\n`);
  return `{\n${entries.join("")}  }`;
}

/** Finds the named examples of a response or a body, and keeps each value as a constant. */
interface Pool {
  named(pointer: string): string;
  declarations(): string;
}

function createPool(document: unknown): Pool {
  const constants = new Map<string, string>();
  const declare = (pointer: string, value: unknown): string => {
    const name = constants.get(pointer)?.split(" ")[1] ?? `example${constants.size + 1}`;
    constants.set(pointer, `const ${name} = ${literal(value as Json)};\n`);
    return name;
  };
  return {
    named(pointer) {
      const entries = mediaExamples(document, pointer).map(
        (example) => `${literalKey(example.name)}: ${declare(example.pointer, example.value)}`,
      );
      return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
    },
    declarations: () => (constants.size === 0 ? "" : `${[...constants.values()].join("")}\n`),
  };
}
