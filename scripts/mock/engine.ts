/**
 * The only file that knows Prism's interfaces.
 *
 * Prism validates requests against the specification and picks the response. All that the API promises beyond that
 * (authentication, the error body, request ids) is decided around it, in `handle-request.ts`.
 */
import { createInstance, getHttpOperationsFromSpec } from "@stoplight/prism-http";
import type { Api } from "../model.ts";
import { unescapeSegment } from "../read/pointer.ts";

/** One operation, as Prism reads it: the route, its parameters, and every response with its named examples. */
export type MockOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** A request that has a route and a parsed body, ready to be checked against the specification. */
export interface ParsedRequest {
  /** Lower case, as Prism spells methods. */
  readonly method: MockOperation["method"];
  /** Path below the server's base path, each segment percent-encoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** One thing that is wrong with a request: where, by which keyword, and Prism's own words. */
export interface Violation {
  /** `body`, `query`, `path` or `header`, then the names down to the value. */
  readonly path: readonly string[];
  readonly keyword: string;
  readonly message: string;
}

/** Which of the documented responses to return; by default the first success with its first example. */
export interface Wanted {
  readonly code?: number;
  readonly example?: string;
}

/** The response that Prism picked, or the problems that it found. */
export type Outcome =
  | { readonly ok: true; readonly status: number; readonly headers: Record<string, string>; readonly body: unknown }
  | { readonly ok: false; readonly violations: readonly Violation[] };

/** A specification that is being served. Immutable: a changed specification is another engine. */
export interface Engine {
  readonly operations: readonly MockOperation[];
  /** The path that the servers share, such as `/v1`; empty where they share none. */
  readonly basePath: string;
  /** The operation's parameters by name, each with those that must not be sent together with it. */
  exclusionsOf(operation: MockOperation): ReadonlyMap<string, readonly string[]>;
  /** Checks a request and, if it is valid, returns the wanted response. */
  respond(operation: MockOperation, request: ParsedRequest, wanted: Wanted): Promise<Outcome>;
}

const dialect = "https://json-schema.org/draft/2020-12/schema";

type Method = Parameters<ReturnType<typeof createInstance>["request"]>[0]["method"];
type Logger = Parameters<typeof createInstance>[1]["logger"];
const ignore = (): void => {};
const silent = { trace: ignore, debug: ignore, info: ignore, success: ignore, warn: ignore, error: ignore };
const logger = { ...silent, child: () => logger } as unknown as Logger;

/**
 * Prepares a specification for serving: Prism needs the bundled OpenAPI 3.1 document, everything else comes from the model.
 *
 * @throws {Error} if Prism does not check the body of some operation.
 */
export async function createEngine(document: Readonly<Record<string, unknown>>, api: Api): Promise<Engine> {
  // Prism dereferences in place, hence the clone; and it validates all keywords under this dialect only.
  const read = await getHttpOperationsFromSpec({ ...structuredClone(document), jsonSchemaDialect: dialect });
  // Prism would post to the URLs that callbacks name, which come from the caller. The mock never calls out.
  const operations = read.map(({ callbacks: _, ...operation }) => operation);
  const prism = createInstance(configure({}), { logger });
  const ask = (operation: MockOperation, { method, path, query, headers, body }: ParsedRequest, wanted: Wanted) => {
    // Prism types methods more narrowly in requests than in the operations that it reads itself.
    const input = { method: method as Method, url: { path, query: { ...query } }, headers: { ...headers }, body };
    return prism.request(input, [operation], configure(wanted))();
  };

  const engine: Engine = {
    operations,
    basePath: api.basePath,
    exclusionsOf: (operation) => findExclusions(api, operation),
    async respond(operation, request, wanted) {
      const checked = await ask(operation, request, {});
      const violations = checked._tag === "Right" ? readViolations(checked.right.validations.input) : undefined;
      if (violations !== undefined && violations.length > 0) return { ok: false, violations };
      const anyResponse = wanted.code === undefined && wanted.example === undefined;
      const result = anyResponse ? checked : await ask(operation, request, wanted);
      if (result._tag === "Left") {
        const found = violationsOf(result.left);
        if (found.length > 0) return { ok: false, violations: found };
        throw result.left;
      }
      const { statusCode, headers, body } = result.right.output;
      return { ok: true, status: statusCode, headers: readHeaders(headers), body };
    },
  };
  await assertChecksBodies(engine);
  return engine;
}

/** Fresh for each request: Prism writes into it. */
function configure({ code, example }: Wanted) {
  const wanted = { ...(code === undefined ? {} : { code }), ...(example === undefined ? {} : { exampleKey: example }) };
  const checks = { checkSecurity: false, validateRequest: true, validateResponse: false, errors: false };
  return { ...checks, isProxy: false, upstreamProxy: undefined, mock: { dynamic: false, ...wanted } } as const;
}

type Diagnostic = { readonly path?: readonly string[]; readonly code?: unknown; readonly message: string };

function readViolations(found: readonly (Diagnostic & { readonly severity: number })[]): Violation[] {
  const error = 0;
  return found.filter((one) => one.severity === error).map(toViolation);
}

function toViolation({ path = ["body"], code, message }: Diagnostic): Violation {
  const [place = "body", ...names] = path;
  return { path: [place, ...names.map(unescapeSegment)], keyword: String(code ?? ""), message };
}

/** Where an operation documents neither 400 nor 422, Prism fails instead of responding, with the violations on its error. */
function violationsOf(failure: Error): Violation[] {
  const additional = "additional" in failure ? failure.additional : undefined;
  if (typeof additional !== "object" || additional === null || !("validation" in additional)) return [];
  if (!Array.isArray(additional.validation)) return [];
  return additional.validation.map(({ location, code, message }) => toViolation({ path: location, code, message }));
}

function readHeaders(headers: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const present = Object.entries(headers).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function findExclusions({ operations }: Api, { method, path }: MockOperation): ReadonlyMap<string, readonly string[]> {
  const operation = operations.find((one) => one.method === method && one.path === path);
  return new Map(operation?.parameters.map(({ name, excludes }) => [name, excludes]));
}

/**
 * Prism ignores a schema that it cannot compile and then accepts every body, without a word. A mock that accepts anything
 * is worse than none, so this sends each operation a body of the wrong type and throws unless it is rejected.
 */
async function assertChecksBodies(engine: Engine): Promise<void> {
  for (const operation of engine.operations) {
    const schema = operation.request?.body?.contents?.[0]?.schema;
    if (schema?.type !== "object") continue;
    const path = operation.path.replaceAll(/\{[^}]+\}/g, "probe");
    const headers = { "content-type": "application/json", "content-length": "1" };
    const probe = { method: operation.method, path, query: {}, headers, body: ["not an object"] };
    const outcome = await engine.respond(operation, probe, {});
    if (outcome.ok || !outcome.violations.some((violation) => violation.path[0] === "body")) {
      throw new Error(
        `${operation.method.toUpperCase()} ${operation.path}: Prism does not check the request body, because it cannot ` +
          "compile the schema. Look for keywords outside JSON Schema 2020-12.",
      );
    }
  }
}
