/** `packages/server`: what VINR sends as closed types, and the responses of each operation. The rest is written by hand. */
import { typeNames } from "../../emit/identifier.ts";
import { literalKey, stringLiteral } from "../../emit/literal.ts";
import type { Api, GeneratedFile, MediaType, NamedSchema, Operation, Response } from "../../model.ts";
import { referredNames } from "../../read/model/find-directions.ts";
import { isJson } from "../check-requests.ts";
import { type SchemaNames, schemaNames } from "../names.ts";
import { errorCodesTable, takesIdempotencyKey } from "../operations.ts";
import { type NamedTypes, planNamedTypes } from "../types/named-types.ts";
import { typeOf } from "../types/schema-type.ts";

const FOLDER = "packages/server/src/generated";
const VALIDATORS = "@vinr/validators/strict";

export function generateServer(api: Api): GeneratedFile[] {
  const named = planNamedTypes(closeWhatIsSent(api));
  // Responses come first: the types written for them may ask for declarations.
  const responses = responsesModule(api, named);
  return [
    { path: `${FOLDER}/types.ts`, content: named.declarations() },
    { path: `${FOLDER}/responses.ts`, content: responses },
    { path: `${FOLDER}/error-codes.ts`, content: errorCodesTable([...api.errorCodes.values()]) },
  ];
}

/**
 * The API as its server knows it. For readers, what VINR sends is open, since VINR may add to it. For the one that sends, it
 * is closed: a value that the specification does not have is a mistake.
 */
function closeWhatIsSent(api: Api): Api {
  const sent = [...api.schemas.values()].filter(({ direction }) => direction !== "request");
  const closed = sent.map((schema): [string, NamedSchema] => [schema.name, { ...schema, direction: "request" }]);
  return { ...api, schemas: new Map(closed) };
}

function responsesModule(api: Api, named: NamedTypes): string {
  const names = schemaNames(api);
  const bodies = api.operations.flatMap(({ responses }) => responses).flatMap((response) => jsonOf(response) ?? []);
  const validators = bodies.flatMap((body) => validatorOf(body, names) ?? []);
  const types = typeNames(api);
  const used = bodies.flatMap(({ schema }) => (schema === undefined ? [] : referredNames(schema)));
  const imports = [
    importLine(
      "type { ",
      used.map((name) => types.get(name) ?? name),
      "./types.js",
    ),
    importLine("{ ", validators, VALIDATORS),
  ];
  return `${imports.join("")}
/**
 * The documented responses of each operation, by their statuses; a response without a body has none.
 *
 * @example
 * \`\`\`ts
 * type Status = OperationResponses[OperationId]["status"];
 * \`\`\`
 */
export interface OperationResponses {
${api.operations.map((operation) => responsesType(operation, named)).join("")}}

/**
 * The name of an operation.
 *
 * @example
 * \`\`\`ts
 * const calls = new Map<OperationId, number>();
 * \`\`\`
 */
export type OperationId = keyof OperationResponses;

/**
 * The validator of each response by its status; null where a response has no body, and "unchecked" where its schema has no
 * name. A type of its own keeps the validators' types, which are of another package, out of the declarations.
 */
type ResponseChecks = Readonly<Record<string, "unchecked" | ((value: unknown) => unknown) | null>>;

/**
 * What the server has to know of each operation: whether it takes a body and an idempotency key, and how its responses are
 * checked.
 */
export const operations = {
${api.operations.map((operation) => responsesRow(operation, names)).join("")}} as const;
`;
}

function importLine(start: string, names: readonly string[], from: string): string {
  const sorted = [...new Set(names)].sort();
  return sorted.length === 0 ? "" : `import ${start}${sorted.join(", ")} } from ${stringLiteral(from)};\n`;
}

/** One member of a union for each type of body, with the statuses that have it. */
function responsesType({ operationId, responses }: Operation, named: NamedTypes): string {
  const statuses = new Map<string, string[]>();
  for (const response of responses) {
    const body = bodyType(response, named);
    statuses.set(body, [...(statuses.get(body) ?? []), statusType(response.status)]);
  }
  const members = [...statuses].map(([body, known]) => {
    return `\n    | { readonly status: ${[...new Set(known)].join(" | ")}; readonly ${body} }`;
  });
  return `  ${literalKey(operationId)}:${members.length === 0 ? " never" : members.join("")};\n`;
}

/** A range of statuses, such as `4XX`, is any number: TypeScript has no type for it. */
function statusType(status: string): string {
  return /^\d{3}$/.test(status) ? status : "number";
}

function bodyType(response: Response, named: NamedTypes): string {
  const json = jsonOf(response);
  if (json === undefined) return "body?: undefined";
  return `body: ${json.schema === undefined ? "unknown" : typeOf(json.schema, named.context("closed"))}`;
}

function jsonOf({ content }: Response): MediaType | undefined {
  return content.find(({ type }) => isJson(type));
}

function responsesRow(operation: Operation, names: ReadonlyMap<string, SchemaNames>): string {
  const { operationId, requestBody, responses } = operation;
  const checks = responses.map((response) => {
    const json = jsonOf(response);
    const check = json === undefined ? "null" : (validatorOf(json, names) ?? stringLiteral("unchecked"));
    return `${literalKey(response.status)}: ${check}`;
  });
  const flags = [
    ...(requestBody === undefined ? [] : ["hasBody: true"]),
    ...(takesIdempotencyKey(operation) ? ["isIdempotent: true"] : []),
  ];
  return `  ${literalKey(operationId)}: { ${[...flags, `responses: { ${checks.join(", ")} } as ResponseChecks`].join(", ")} },\n`;
}

/** The validator of a body whose schema is a named one, with nothing beside it. */
function validatorOf({ schema }: MediaType, names: ReadonlyMap<string, SchemaNames>): string | undefined {
  if (schema?.ref === undefined) return undefined;
  const isAlone = Object.keys(schema).every((key) => key === "place" || key === "ref");
  return isAlone ? `validate${names.get(schema.ref)?.suffix}` : undefined;
}
