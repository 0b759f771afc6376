/**
 * `packages/client`: a function and a method for each operation that has an `x-client`, by resource. They hand their
 * arguments to the hand-written `callOperation` or `callList`, which do all the rest.
 */
import { commentLines } from "../../emit/comment.ts";
import type { GeneratedFile } from "../../model.ts";
import { type Argument, groupByResource, type Method, resourceClass, resourceFile } from "./method.ts";
import { emitCall } from "./sample.ts";

const FOLDER = "packages/client/src/generated/resources";

/** The length of a line. */
const WIDTH = 120;

/** One module for each resource, and one that exports the functions of all. */
export function generateResources(methods: readonly Method[]): GeneratedFile[] {
  const resources = groupByResource(methods);
  if (resources.size === 0) return [];
  const modules = [...resources].map(([resource, own]) => ({
    path: `${FOLDER}/${resourceFile(resource)}.ts`,
    content: emitModule(resource, own),
  }));
  return [...modules, { path: `${FOLDER}/index.ts`, content: emitIndex(resources) }];
}

function emitModule(resource: string, methods: readonly Method[]): string {
  const code = [...methods.flatMap(emitListParams), ...methods.map(emitFunction), emitClass(resource, methods)].join(
    "\n",
  );
  return `${emitImports(methods, code)}\n${code}`;
}

/** Imports the types of the schemas, and of the hand-written core what the code uses. */
function emitImports(methods: readonly Method[], code: string): string {
  const schemaTypes = [...new Set(methods.flatMap(({ imports }) => imports))].sort();
  const used = (...names: string[]) => names.filter((name) => new RegExp(`\\b${name}[<()]`).test(code));
  return [
    from(schemaTypes, "@vinr/types", "type "),
    from(used("CallOptions", "WriteOptions"), "../../config/call-options.js", "type "),
    from(used("VinrCall"), "../../request/call.js", "type "),
    from(used("callList", "callOperation"), "../../request/call-operation.js"),
    from(used("VinrListCall"), "../../request/list-call.js", "type "),
    from(used("BodyOf", "DataOf", "QueryOf"), "../../request/operation-types.js", "type "),
    from(["VinrCore"], "../../vinr-core.js", "type "),
    'import * as rows from "../operations.js";\n',
  ].join("");
}

function from(names: readonly string[], path: string, kind = ""): string {
  return names.length === 0 ? "" : `import ${kind}{ ${names.join(", ")} } from "${path}";\n`;
}

function emitListParams({ operation, listParams }: Method): string[] {
  if (listParams === undefined) return [];
  const { resource, method } = operation.client;
  return [
    `/** The query of \`vinr.${resource}.${method}\`: filters and cursors. */
export interface ${listParams} extends QueryOf<"${operation.operationId}"> {}
`,
  ];
}

function emitFunction(method: Method): string {
  const { operationId, client } = method.operation;
  return `/** \`vinr.${client.resource}.${client.method}\` as a function. */
${signature(`export function ${operationId}`, ["core: VinrCore", ...parameters(method)], resultOf(method))} {
  return ${method.item === undefined ? "callOperation" : "callList"}(core, rows.${operationId}, ${emitInput(method)}, options);
}
`;
}

/** A signature on one line, or with a line for each parameter. */
function signature(start: string, list: readonly string[], result: string, indent = ""): string {
  const line = `${indent}${start}(${list.join(", ")}): ${result}`;
  if (line.length + " {".length <= WIDTH) return line;
  return `${indent}${start}(\n${list.map((parameter) => `${indent}  ${parameter},\n`).join("")}${indent}): ${result}`;
}

function parameters({ arguments: list }: Method): string[] {
  return list.map(({ name, required, type }) => `${name}${required ? "" : "?"}: ${type}`);
}

function resultOf({ data, item }: Method): string {
  return item === undefined ? `VinrCall<${data}>` : `VinrListCall<${item}, ${data}>`;
}

/** The input of the call: each argument in its place. */
function emitInput({ arguments: list }: Method): string {
  const of = (target: Argument["target"]) => list.filter((argument) => argument.target === target);
  const ids = of("path").map(({ name }) => name);
  const parts = [
    ...(ids.length > 0 ? [`path: { ${ids.join(", ")} }`] : []),
    ...of("body").map(() => "body"),
    ...of("query").map(({ name }) => `query: ${name}`),
  ];
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

function emitClass(resource: string, methods: readonly Method[]): string {
  return `/** The operations of \`vinr.${resource}\`. */
export class ${resourceClass(resource)} {
  readonly #core: VinrCore;

  /** @internal */
  constructor(core: VinrCore) {
    this.#core = core;
  }
${methods.map(emitMethod).join("")}}
`;
}

function emitMethod(method: Method): string {
  const { operationId, client } = method.operation;
  const values = method.arguments.map(({ name }) => name).join(", ");
  return `
${emitDocComment(method)}${signature(client.method, parameters(method), resultOf(method), "  ")} {
    return ${operationId}(this.#core, ${values});
  }
`;
}

/** The operation's own words, what the client adds to them, and an example. */
function emitDocComment(method: Method): string {
  const { summary, description, deprecated, method: httpMethod } = method.operation;
  const input = method.arguments.filter(({ target }) => target !== undefined);
  const lines = [
    ...commentLines(description ?? summary ?? ""),
    ...(method.item === undefined
      ? []
      : ["", "Await the call for the first page, or iterate over it for every object."]),
    ...(httpMethod === "delete" ? ["", "If a response is lost and the retry gets a 404, the call succeeds."] : []),
    "",
    ...(deprecated ? ["@deprecated"] : []),
    "@example",
    ...commentLines(emitCall(method, input)),
    "@throws {VinrError}",
  ];
  return `  /**\n${lines.map((line) => `   * ${line}`.trimEnd()).join("\n")}\n   */\n`;
}

/** The classes are for `Vinr` alone, which may extend them. */
function emitIndex(byResource: ReadonlyMap<string, readonly Method[]>): string {
  return [...byResource]
    .map(([resource, methods]) => {
      const functions = methods.map(({ operation }) => operation.operationId);
      const types = methods.flatMap(({ listParams }) => (listParams === undefined ? [] : [`type ${listParams}`]));
      const names = [...functions, ...types].map((name) => `  ${name},\n`).join("");
      return `export {\n${names}} from "./${resourceFile(resource)}.js";\n`;
    })
    .join("");
}
