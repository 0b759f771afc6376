/** `examples/operations`: how to call each operation, in TypeScript and with curl, with the examples of the spec. */
import { shellWord } from "../../emit/literal.ts";
import type { Api, GeneratedFile, Json, Operation } from "../../model.ts";
import { kebabCase } from "../names.ts";
import { takesIdempotencyKey } from "../operations.ts";
import { exampleKey, type Method } from "./method.ts";
import { emitCall, emitShown } from "./sample.ts";

const FOLDER = "examples/operations/generated";

/** Two samples for each operation that has a method in the client. */
export function generateSamples({ servers }: Api, methods: readonly Method[]): GeneratedFile[] {
  // People try a sample before they go live.
  const server = servers.find(({ url }) => url.includes("sandbox")) ?? servers[0];
  return methods.flatMap((method) => {
    const name = `${FOLDER}/${kebabCase(method.operation.operationId)}`;
    return [
      { path: `${name}.ts`, content: emitTypeScript(method) },
      { path: `${name}.sh`, content: emitCurl(method, server?.url ?? "") },
    ];
  });
}

function emitTypeScript(method: Method): string {
  return `import { Vinr } from "@vinr/client";

const vinr = new Vinr({
  secretKey: process.env.VINR_SECRET_KEY,
  baseUrl: process.env.VINR_BASE_URL,
});

${emitCall(method)}
${method.item === undefined ? `${emitShown(method)}\n` : ""}`;
}

function emitCurl(method: Method, server: string): string {
  const { operation } = method;
  const body = method.arguments.find(({ target }) => target === "body")?.example;
  const isImplied = operation.method === (body === undefined ? "get" : "post");
  const key = `Idempotency-Key: ${exampleKey(operation)}`;
  const options = [
    // The shell replaces the variable, which single quotes would prevent.
    '--header "Authorization: Bearer $VINR_SECRET_KEY"',
    ...(takesIdempotencyKey(operation) ? [`--header ${shellWord(key)}`] : []),
    ...(body === undefined ? [] : [`--header ${shellWord("Content-Type: application/json")}`]),
    ...(body === undefined ? [] : [`--data ${shellWord(emitJson(body))}`]),
  ];
  const request = isImplied ? "" : `--request ${operation.method.toUpperCase()} `;
  return `curl ${request}${shellWord(server + fillPath(operation) + formatQuery(method))} ${options.map((option) => `\\\n  ${option}`).join(" ")}\n`;
}

function formatQuery(method: Method): string {
  const query = method.arguments.find(({ target }) => target === "query")?.example ?? {};
  const text = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

/** JSON on one line if it is short, otherwise on lines that are indented as the options are. */
function emitJson(value: Json): string {
  const line = JSON.stringify(value);
  return line.length <= 60 ? line : JSON.stringify(value, null, 2).replaceAll("\n", "\n  ");
}

/** The path with the examples of its parameters. */
function fillPath({ path, parameters }: Operation): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const example: Json | undefined = parameters.find((one) => one.in === "path" && one.name === name)?.example;
    return encodeURIComponent(String(example ?? name));
  });
}
