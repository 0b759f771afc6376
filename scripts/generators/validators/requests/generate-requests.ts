import { docComment } from "../../../emit/comment.ts";
import { HEADER } from "../../../emit/header.ts";
import { literal, stringLiteral } from "../../../emit/literal.ts";
import type { Api, GeneratedFile } from "../../../model.ts";
import type { SchemaNames } from "../../names.ts";
import type { OperationSchemas, ParameterSchema, RequestModel } from "../../request-schemas.ts";
import type { Facts } from "../analyze/facts.ts";
import type { Unit } from "../emit/compile.ts";
import { parserSamples } from "../emit/emit-samples.ts";
import { FOLDER } from "../validator-set.ts";
import { defaultsOf, rulesOf } from "./parameter-rules.ts";

const IN = { path: "path", query: "query", header: "header" } as const;

/** The type of an operation's parameters in one place, from `@vinr/types`. */
function parameterType({ operation, part, parameters }: ParameterSchema): string {
  if (parameters.length === 0) return "Record<string, never>";
  const all = `NonNullable<operations[${stringLiteral(operation.operationId)}]["parameters"]["${IN[part]}"]>`;
  const filled = Object.keys(defaultsOf(parameters)).map(stringLiteral).join(" | ");
  return filled === "" ? all : `${all} & { [Name in ${filled}]: Exclude<${all}[Name], undefined> }`;
}

/** The type and the parser of an operation's parameters in one place. */
export function emitParser(
  schema: ParameterSchema,
  { suffix }: SchemaNames,
  unit: Unit,
  runtime: string,
  api: Pick<Api, "schemas">,
): string[] {
  const id = schema.operation.operationId;
  const words = { path: "path parameters", query: "query parameters", header: "headers" }[schema.part];
  const strict =
    schema.part === "query"
      ? "\nA parameter that is unknown, repeated, not in plain notation (such as `05` or `1e1`), or a whole number beyond 2^53\nis an issue."
      : "";
  const samples = parserSamples(suffix, schema);
  const reads = `Parses the ${words} of \`${id}\` and fills in defaults.${strict}`;
  return [
    docComment({ description: `Parsed ${words} of \`${id}\`.`, sample: samples.type }).trimEnd(),
    `export type ${suffix} = ${parameterType(schema)};`,
    "",
    docComment({ description: reads, sample: samples.parse }).trimEnd(),
    `export const parse${suffix} = /* @__PURE__ */ ${runtime}<${suffix}>(`,
    `  ${literal(rulesOf(schema, api))},`,
    `  ${unit.check},`,
    ");",
    "",
  ];
}

/** The type of a body that has no name in the specification. */
export function emitBodyType({ operation }: OperationSchemas, name: string): string[] {
  const id = stringLiteral(operation.operationId);
  const type = `NonNullable<operations[${id}]["requestBody"]>["content"]`;
  return [`export type ${name} = ${type}[keyof ${type}];`, ""];
}

/** The doc comments of what is the same for every API. */
const requestDocs = {
  type: [
    "/**",
    " * A valid request, by its operation: its path, query, headers and body, typed.",
    " *",
    " * @example",
    " * ```ts",
    " * function handle(request: ValidRequest): void {",
    " *   console.log(request.operationId, request.path, request.query, request.headers, request.body);",
    " * }",
    " * ```",
    " */",
  ],
  found: [
    "/**",
    " * The operation of a request, before its key is checked and its body read.",
    " *",
    " * @example",
    " * ```ts",
    " * function validate(found: FoundOperation, request: Request, body: string): RejectedRequest | ValidRequest {",
    " *   return found.validate({ headers: request.headers, body });",
    " * }",
    " * ```",
    " */",
  ],
  operation: [
    "/**",
    " * Finds the operation of a request by its method and URL alone. Returns it, or the status and body to respond with: 404, or",
    " * 405 with `allow`.",
    " *",
    " * @example",
    " * ```ts",
    ' * const found = findOperation({ method: "GET", url: "/v1/payments" });',
    " * if (found.ok) console.log(found.operationId, found.validate({ headers: {} }).ok);",
    " * ```",
    " */",
  ],
  parts: [
    "/**",
    " * Finds the operation of a request and validates its path, query, headers and body. Returns them typed, or the status",
    " * and body to respond with. Never throws because of the content of a request.",
    " *",
    " * @example",
    " * ```ts",
    ' * const result = validateParts({ method: "GET", url: "/", headers: {} });',
    " * if (!result.ok) console.error(result.status, result.body.error.message);",
    " * ```",
    " */",
  ],
  whole: [
    "/**",
    " * Like `validateParts`, but also takes a Fetch `Request` and reads its body: limit the body's size beforehand.",
    " * Rejects if the body cannot be read, or was read before.",
    " *",
    " * @example",
    " * ```ts",
    " * async function handle(request: Request): Promise<Response> {",
    " *   const result = await validateRequest(request);",
    " *   if (!result.ok) return Response.json(result.body, { status: result.status, headers: { ...result.headers } });",
    " *   return Response.json({ operation: result.operationId });",
    " * }",
    " * ```",
    " */",
  ],
} as const;

/** The module that finds a request's operation and checks all of it. */
export function generateRequests({ api, operations }: RequestModel, facts: Facts): GeneratedFile {
  const imports = operations.flatMap(({ parts, body }) => [
    ...parts.map(({ name }) => importOf(facts, name, "parse", true)),
    ...(body === undefined ? [] : [importOf(facts, body, "validate", false)]),
  ]);
  const lines = [
    HEADER,
    "",
    ...typeImports(operations, facts),
    ...[...new Set(imports)].sort(),
    'import type { RejectedRequest } from "../runtime/requests/rejected-request.js";',
    'import { checkParts, type FetchRequest, isFetchRequest, type PlainRequest, type RequestParts } from "../runtime/requests/requests.js";',
    'import { groupByPath, matchRoute, type RequestOptions, type RequestTarget } from "../runtime/requests/routes.js";',
    "",
    "const paths = /* @__PURE__ */ groupByPath([",
    ...operations.map((operation) => `  ${emitRoute(operation, facts)},`),
    "]);",
    "",
    `const basePath = ${stringLiteral(api.basePath)};`,
    "",
    ...requestDocs.type,
    "export type ValidRequest =",
    ...(operations.length === 0 ? ["  never"] : operations.map((operation) => `  | ${requestType(operation, facts)}`)),
    "  ;",
    "",
    ...requestDocs.found,
    "export interface FoundOperation {",
    "  readonly ok: true;",
    '  readonly operationId: ValidRequest["operationId"];',
    "  /** Validates the rest of the request, as `validateParts` does. */",
    "  validate(parts: RequestParts): RejectedRequest | ValidRequest;",
    "}",
    "",
    ...requestDocs.operation,
    "export function findOperation(request: RequestTarget, options?: RequestOptions): FoundOperation | RejectedRequest {",
    "  const match = matchRoute(paths, basePath, request, options);",
    "  if (!match.ok) return match;",
    "  return {",
    "    ok: true,",
    '    operationId: match.route.operationId as ValidRequest["operationId"],',
    "    validate: (parts) => checkParts(match, parts, options) as RejectedRequest | ValidRequest,",
    "  };",
    "}",
    "",
    ...requestDocs.parts,
    "export function validateParts(request: PlainRequest, options?: RequestOptions): RejectedRequest | ValidRequest {",
    "  const found = findOperation(request, options);",
    "  return found.ok ? found.validate(request) : found;",
    "}",
    "",
    ...requestDocs.whole,
    "export async function validateRequest(",
    "  request: FetchRequest | PlainRequest,",
    "  options?: RequestOptions,",
    "): Promise<RejectedRequest | ValidRequest> {",
    "  if (!isFetchRequest(request)) return validateParts(request, options);",
    "  const { method, url, headers } = request;",
    "  return validateParts({ method, url, headers, body: await request.arrayBuffer() }, options);",
    "}",
  ];
  return { path: `${FOLDER}/requests.ts`, content: `${lines.join("\n").replaceAll("\n  ;", ";")}\n` };
}

function typeImports(operations: readonly OperationSchemas[], facts: Facts): string[] {
  const types = operations.flatMap(({ body, isNamedBody }) =>
    body === undefined || !isNamedBody ? [] : [facts.names.get(body)?.type ?? ""],
  );
  const names = [...new Set(types)].sort();
  return names.length === 0
    ? []
    : [`import type { ${names.map((name) => `${name} as ${name}Body`).join(", ")} } from "@vinr/types";`];
}

function importOf(facts: Facts, schema: string, prefix: string, hasType: boolean): string {
  const { suffix = "", file = "" } = facts.names.get(schema) ?? {};
  return `import { ${prefix}${suffix}${hasType ? `, type ${suffix}` : ""} } from ${stringLiteral(`./${file}.js`)};`;
}

function emitRoute({ operation, parts, body }: OperationSchemas, facts: Facts): string {
  const parser = (part: string) => parts.find((other) => other.part === part)?.name;
  const member = (key: string, name: string | undefined, prefix: string) =>
    name === undefined ? [] : [`${key}: ${prefix}${facts.names.get(name)?.suffix}`];
  const segments = operation.path.split("/").slice(1).map(stringLiteral).join(", ");
  return `{ ${[
    `operationId: ${stringLiteral(operation.operationId)}`,
    `method: ${stringLiteral(operation.method.toUpperCase())}`,
    `segments: [${segments}]`,
    ...member("path", parser("path"), "parse"),
    ...member("query", parser("query"), "parse"),
    ...member("headers", parser("header"), "parse"),
    ...member("body", body, "validate"),
    ...(body !== undefined && operation.requestBody?.required ? ["bodyRequired: true"] : []),
  ].join(", ")} }`;
}

function requestType({ operation, parts, body, isNamedBody }: OperationSchemas, facts: Facts): string {
  const type = (part: string) => {
    const name = parts.find((other) => other.part === part)?.name;
    return name === undefined ? "Record<string, never>" : facts.names.get(name)?.suffix;
  };
  const known = body !== undefined && isNamedBody ? `${facts.names.get(body)?.type}Body` : "unknown";
  const value = operation.requestBody?.required ? known : `${known} | undefined`;
  return `{ readonly ok: true; readonly operationId: ${stringLiteral(operation.operationId)}; readonly path: ${type("path")}; readonly query: ${type("query")}; readonly headers: ${type("header")}; readonly body: ${body === undefined ? "undefined" : value} }`;
}
