import { literal, literalKey } from "../emit/literal.ts";
import type { Api, Example, GeneratedFile, MediaType, Operation } from "../model.ts";

/**
 * `packages/client`: the spec's own examples of responses and events, from which the test kit responds.
 *
 * An example that several responses share is written once.
 */
export function generateExamples(api: Api): GeneratedFile {
  const pool = createPool();
  const operations = api.operations.map(
    (operation) => `  ${literalKey(operation.operationId)}: ${statuses(operation, pool)},\n`,
  );
  const events = api.webhooks.map(({ name, requestBody }) => {
    return `  ${literalKey(name)}: ${requestBody === undefined ? "{}" : pool.named(requestBody.content)},\n`;
  });
  const content = `${pool.declarations()}/** The documented responses of each operation: by status, then by the example's name. */
export const examples = {
${operations.join("")}};

/** The documented payloads of each event type, by the example's name. */
export const eventExamples = {
${events.join("")}};
`;
  return { path: "packages/client/src/generated/examples.ts", content };
}

function statuses({ responses }: Operation, pool: Pool): string {
  const entries = responses.map(({ status, content }) => `    ${literalKey(status)}: ${pool.named(content)},\n`);
  return `{\n${entries.join("")}  }`;
}

/** Finds the named examples of a response or a body, and keeps each value as a constant. */
interface Pool {
  named(content: readonly MediaType[]): string;
  declarations(): string;
}

function createPool(): Pool {
  const constants = new Map<string, string>();
  const declare = ({ place: { pointer }, value }: Example): string => {
    const name = constants.get(pointer)?.split(" ")[1] ?? `example${constants.size + 1}`;
    constants.set(pointer, `const ${name} = ${literal(value)};\n`);
    return name;
  };
  return {
    named(content) {
      const examples = content.find(({ type }) => type === "application/json")?.examples ?? [];
      const entries = examples.map((example) => `${literalKey(example.name)}: ${declare(example)}`);
      return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
    },
    declarations: () => (constants.size === 0 ? "" : `${[...constants.values()].join("")}\n`),
  };
}
