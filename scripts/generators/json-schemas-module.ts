import { docComment } from "../emit/comment.ts";
import { propertyAccess } from "../emit/identifier.ts";
import { literal, literalKey, stringLiteral } from "../emit/literal.ts";
import type { GeneratedFile } from "../model.ts";
import { type Described, describeSchemas, headOf } from "./json-schemas.ts";
import { schemaNames } from "./names.ts";
import type { OperationSchemas, RequestModel } from "./request-schemas.ts";
import { FOLDER } from "./validators/validator-set.ts";

const SCHEMAS = `The schemas of the specification and of the parts of requests, by name. Each is a document of its own, with all that
it refers to. They describe what is known today: responses may hold more, and \`isX\` accepts that.`;
const REQUESTS =
  "The schemas of each operation's request: its path parameters, query and headers once they are parsed, and its JSON body.";

/** `packages/validators`: JSON Schemas as a module of constants. What several of them hold is written once. */
export function generateJsonSchemas({ api, operations }: RequestModel): GeneratedFile {
  const names = schemaNames(api);
  const described = [...describeSchemas(api).values()];
  const constant = (name: string) => `schemaOf${names.get(name)?.suffix}`;
  const [firstSchema, firstRequest] = [described[0]?.name ?? "X", operations[0]?.operation.operationId ?? "x"];
  const content = `import type { JsonSchema } from "../runtime/json-schema.js";

export type { JsonSchema };

${described.map(({ name, keywords }) => `const ${constant(name)} = ${literal(keywords)};\n`).join("")}
${docComment({
  description: "The names of the schemas: those of the specification, and of the parts of requests.",
  sample: `const name: SchemaName = ${stringLiteral(firstSchema)};`,
})}export type SchemaName = ${described.map(({ name }) => stringLiteral(name)).join(" | ") || "never"};

${docComment({
  description: SCHEMAS,
  sample: `const schema: JsonSchema = ${propertyAccess("schemas", firstSchema)};`,
})}export const schemas: Readonly<Record<SchemaName, JsonSchema>> = {
${described.map((schema) => emitDocument(schema, constant)).join("")}};

${docComment({
  description: REQUESTS,
  sample: `const schema: JsonSchema = ${propertyAccess("requests", firstRequest)}.query;`,
})}export const requests = {
${operations.map(emitRequest).join("")}} satisfies Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
`;
  return { path: `${FOLDER}/json-schema.ts`, content };
}

function emitDocument({ name, needed }: Described, constant: (name: string) => string): string {
  const head = Object.entries(headOf(name)).map(([key, value]) => `${key}: ${literal(value)}, `);
  const definitions = needed.map((other) => `${literalKey(other)}: ${constant(other)}`).join(", ");
  const tail = needed.length === 0 ? "" : `, $defs: { ${definitions} }`;
  return `  ${literalKey(name)}: { ${head.join("")}...${constant(name)}${tail} },\n`;
}

function emitRequest({ operation, parts, body }: OperationSchemas): string {
  const members = parts.map(
    ({ part, name }) => `${part === "header" ? "headers" : part}: ${propertyAccess("schemas", name)}`,
  );
  if (body !== undefined) members.push(`body: ${propertyAccess("schemas", body)}`);
  return `  ${literalKey(operation.operationId)}: { ${members.join(", ")} },\n`;
}
