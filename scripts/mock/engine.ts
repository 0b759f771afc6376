/**
 * The only file that knows Prism's interfaces.
 *
 * Prism reads the specification and picks the response. `check-request.ts` validates requests, and all that the API promises
 * beyond that (authentication, the error body, request ids) is decided around it, in `handle-request.ts`.
 */
import { createInstance, getHttpOperationsFromSpec } from "@stoplight/prism-http";
import type { Issue } from "../../packages/validators/src/runtime/issues.ts";
import type { Api } from "../model.ts";
import { type ParameterTexts, requestChecks } from "./check-request.ts";
import { checkResponses } from "./check-responses.ts";
import { createTakeValues } from "./take-values.ts";

/** One operation, as Prism reads it: the route, its parameters, and every response with its named examples. */
export type MockOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** A request that has a route and a parsed body, ready to be checked against the specification. */
export interface ParsedRequest {
  /** Lower case, as Prism spells methods. */
  readonly method: MockOperation["method"];
  /** Path below the server's base path, each segment percent-encoded. */
  readonly path: string;
  readonly parameters: ParameterTexts;
  /** The path's parameters, decoded. */
  readonly pathValues: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Which of the documented responses to return; by default the first success with its first example. */
export interface Wanted {
  readonly code?: number;
  readonly example?: string;
  /** Whether the example takes the request's own values. One that is asked for by name is sent as it is documented. */
  readonly takesValues?: boolean;
}

/** The response that Prism picked, or the issues of the request. */
export type Outcome =
  | { readonly ok: true; readonly status: number; readonly headers: Record<string, string>; readonly body: unknown }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A specification that is being served. Immutable: a changed specification is another engine. */
export interface Engine {
  readonly operations: readonly MockOperation[];
  /** The path that the servers share, such as `/v1`; empty where they share none. */
  readonly basePath: string;
  /** Checks a request and, if it is valid, returns the wanted response. */
  respond(operation: MockOperation, request: ParsedRequest, wanted: Wanted): Promise<Outcome>;
}

type Method = Parameters<ReturnType<typeof createInstance>["request"]>[0]["method"];
type Logger = Parameters<typeof createInstance>[1]["logger"];
const ignore = (): void => {};
const silent = { trace: ignore, debug: ignore, info: ignore, success: ignore, warn: ignore, error: ignore };
const logger = { ...silent, child: () => logger } as unknown as Logger;

/**
 * Prepares a specification for serving: Prism needs the bundled OpenAPI 3.1 document, everything else comes from the model.
 *
 * @throws {SpecError} if requests are not read, responses are not JSON, or a schema cannot be compiled.
 */
export async function createEngine(document: Readonly<Record<string, unknown>>, api: Api): Promise<Engine> {
  checkResponses(api);
  // Prism dereferences in place, hence the clone.
  const read = await getHttpOperationsFromSpec(structuredClone(document));
  // Prism would post to the URLs that callbacks name, which come from the caller. The mock never calls out.
  const operations = read.map(({ callbacks: _, ...operation }) => operation);
  const prism = createInstance(configure({}), { logger });
  const checks = requestChecks(api);
  const takeValues = createTakeValues(api);
  const ask = (operation: MockOperation, { method, path, headers, body }: ParsedRequest, wanted: Wanted) => {
    // Prism types methods more narrowly in requests than in the operations that it reads itself.
    const input = { method: method as Method, url: { path, query: {} }, headers: { ...headers }, body };
    return prism.request(input, [operation], configure(wanted))();
  };

  return {
    operations,
    basePath: api.basePath,
    async respond(operation, request, wanted) {
      const modelled = api.operations.find(
        ({ method, path }) => method === operation.method && path === operation.path,
      );
      const issues = (modelled && checks.get(modelled)?.(request.parameters, request.body)) ?? [];
      if (issues.length > 0) return { ok: false, issues };
      const result = await ask(operation, request, wanted);
      if (result._tag === "Left") throw result.left;
      const { statusCode, headers, body } = result.right.output;
      const values = { path: request.pathValues, body: request.body };
      const takes = wanted.takesValues && modelled !== undefined;
      const sent = takes ? takeValues(modelled, statusCode, body, values) : body;
      return { ok: true, status: statusCode, headers: readHeaders(headers), body: sent };
    },
  };
}

/** Fresh for each request: Prism writes into it. */
function configure({ code, example }: Wanted) {
  const wanted = { ...(code === undefined ? {} : { code }), ...(example === undefined ? {} : { exampleKey: example }) };
  const checks = { checkSecurity: false, validateRequest: false, validateResponse: false, errors: false };
  return { ...checks, isProxy: false, upstreamProxy: undefined, mock: { dynamic: false, ...wanted } } as const;
}

function readHeaders(headers: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const present = Object.entries(headers).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [name.toLowerCase(), String(value)]));
}
