/**
 * Prism, held at arm's length: the only file that knows its interfaces.
 *
 * Prism validates requests against the description and picks the response; everything that the API promises beside
 * that (authentication, the error body, request ids) is decided around it, in `answer.ts`.
 */
import { createInstance, getHttpOperationsFromSpec } from "@stoplight/prism-http";

/** One operation, as Prism reads it: the route, its parameters, and every response with its named examples. */
export type MockOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** A request that has a route and a parsed body, ready to be checked against the description. */
export interface CheckedRequest {
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

/** Which of the documented responses is wanted; the first success with its first example when nothing is said. */
export interface Wanted {
  readonly code?: number;
  readonly example?: string;
}

/** What Prism picked, or what it found wrong. */
export type Outcome =
  | { readonly ok: true; readonly status: number; readonly headers: Record<string, string>; readonly body: unknown }
  | { readonly ok: false; readonly violations: readonly Violation[] };

/** Query parameters by name, each with those that must not be given beside it (`x-excludes`), which Prism does not read. */
export type Exclusions = ReadonlyMap<string, readonly string[]>;

/** A description that is being served. Immutable: a changed description is another engine. */
export interface Engine {
  readonly operations: readonly MockOperation[];
  /** Path of the description's servers, such as `/v1`; empty where they have none. */
  readonly basePath: string;
  readonly exclusions: Exclusions;
  /** Checks a request and, if it is good, gives the wanted response. */
  respond(operation: MockOperation, request: CheckedRequest, wanted: Wanted): Promise<Outcome>;
}

const dialect = "https://json-schema.org/draft/2020-12/schema";

type Method = Parameters<ReturnType<typeof createInstance>["request"]>[0]["method"];
type Logger = Parameters<typeof createInstance>[1]["logger"];
const ignore = (): void => {};
const silent = { trace: ignore, debug: ignore, info: ignore, success: ignore, warn: ignore, error: ignore };
const logger = { ...silent, child: () => logger } as unknown as Logger;

/** Prepares a bundled OpenAPI 3.1 document for serving. */
export async function createEngine(document: Readonly<Record<string, unknown>>): Promise<Engine> {
  // Prism dereferences in place, hence the clone; and it validates all keywords under this dialect only.
  const read = await getHttpOperationsFromSpec({ ...structuredClone(document), jsonSchemaDialect: dialect });
  // Prism would post to the URLs that callbacks name, which come from the caller. The mock never calls out.
  const operations = read.map(({ callbacks: _, ...operation }) => operation);
  const prism = createInstance(configure({}), { logger });
  const ask = (operation: MockOperation, { method, path, query, headers, body }: CheckedRequest, wanted: Wanted) => {
    // Prism types methods more narrowly in requests than in the operations that it reads itself.
    const input = { method: method as Method, url: { path, query: { ...query } }, headers: { ...headers }, body };
    return prism.request(input, [operation], configure(wanted))();
  };

  const engine: Engine = {
    operations,
    basePath: findBasePath(document),
    exclusions: findExclusions(document),
    async respond(operation, request, wanted) {
      const checked = await ask(operation, request, {});
      const violations = checked._tag === "Right" ? readViolations(checked.right.validations.input) : undefined;
      if (violations !== undefined && violations.length > 0) return { ok: false, violations };
      const unasked = wanted.code === undefined && wanted.example === undefined;
      const given = unasked ? checked : await ask(operation, request, wanted);
      if (given._tag === "Left") {
        const found = violationsOf(given.left);
        if (found.length > 0) return { ok: false, violations: found };
        throw given.left;
      }
      const { statusCode, headers, body } = given.right.output;
      return { ok: true, status: statusCode, headers: readHeaders(headers), body };
    },
  };
  await assertValidates(engine);
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
  return { path: [place, ...names.map(unescapePointer)], keyword: String(code ?? ""), message };
}

function unescapePointer(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** Where an operation documents neither 400 nor 422, Prism fails instead of answering, with the facts on its error. */
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

function findBasePath(document: Readonly<Record<string, unknown>>): string {
  const servers = Array.isArray(document.servers) ? document.servers : [];
  const paths = new Set(servers.map((server) => new URL(String(server?.url), "http://mock").pathname));
  if (paths.size > 1) {
    throw new Error(
      `The servers of the description have different paths (${[...paths].join(", ")}); the mock serves one.`,
    );
  }
  return ([...paths][0] ?? "").replace(/\/+$/, "");
}

/** What parameters exclude, wherever they are described. */
function findExclusions(node: unknown, found = new Map<string, readonly string[]>()): Exclusions {
  if (typeof node !== "object" || node === null) return found;
  const { name, "x-excludes": others } = node as { name?: unknown; "x-excludes"?: unknown };
  if (typeof name === "string" && Array.isArray(others)) found.set(name, others);
  for (const child of Object.values(node)) findExclusions(child, found);
  return found;
}

/**
 * Prism swallows a schema that it cannot compile and then lets every body pass, without a word. A mock that accepts
 * anything is worse than none, so each operation with a required body has to refuse a body that is not one.
 */
async function assertValidates(engine: Engine): Promise<void> {
  for (const operation of engine.operations) {
    const schema = operation.request?.body?.contents?.[0]?.schema;
    if (schema?.type !== "object") continue;
    const path = operation.path.replaceAll(/\{[^}]+\}/g, "probe");
    const headers = { "content-type": "application/json", "content-length": "1" };
    const probe = { method: operation.method, path, query: {}, headers, body: ["not an object"] };
    const outcome = await engine.respond(operation, probe, {});
    if (outcome.ok || !outcome.violations.some((violation) => violation.path[0] === "body")) {
      throw new Error(
        `${operation.method.toUpperCase()} ${operation.path}: the mock's engine does not check the request body. ` +
          "Its schema uses something that cannot be compiled; look for keywords outside JSON Schema 2020-12.",
      );
    }
  }
}
