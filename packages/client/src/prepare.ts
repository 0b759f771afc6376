import type { WriteOptions } from "./call-options.js";
import type { Config } from "./config.js";
import { VinrError } from "./errors.js";
import type { OperationId } from "./generated/operations.js";
import { isObject } from "./is-object.js";
import type { CallInfo, Job, RequestBody } from "./job.js";

/** What a row of the table of operations says. */
export interface OperationRow {
  readonly operationId: OperationId;
  readonly method: string;
  /** With names in braces: `/payments/{id}`. */
  readonly path: string;
  /** Whether it takes an idempotency key. */
  readonly idempotent?: boolean;
}

/** What a caller passes to an operation. */
export interface CallInput {
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

/**
 * Turns a call into its request.
 *
 * @throws {VinrError} `invalid_argument`, before anything is sent.
 */
export function prepareJob(
  config: Config,
  { method, path, operationId, idempotent }: OperationRow,
  input: CallInput,
  options: WriteOptions,
): Job {
  const idempotencyKey = idempotent ? (options.idempotencyKey ?? config.runtime.createKey()) : undefined;
  const target = fillPath(path, input.path ?? {}) + writeQuery(input.query);
  const body = writeBody(input.body);
  const info = { operationId, method, urlTemplate: path, idempotencyKey };
  return createJob(config, info, target, options.headers, body);
}

/** A call about to start, with the headers that every request carries. `target` is path and query. */
export function createJob(
  { headers, authorization, redact, baseUrl }: Config,
  info: Omit<CallInfo, "url">,
  target: string,
  added: Readonly<Record<string, string>> | undefined,
  body: RequestBody,
): Job {
  const url = baseUrl + target;
  return {
    info: { ...info, url: redact(url) },
    url,
    target,
    headers: [
      { authorization, "idempotency-key": info.idempotencyKey },
      // Copied, since a caller may change them before the last attempt.
      { ...added },
      { "content-type": body && "application/json" },
      headers,
    ],
    body,
    redact,
    attempts: 0,
    isUncertain: false,
  };
}

/**
 * Writes values into a path's braces, each as one segment: it can neither add a segment nor take one away.
 *
 * @throws {VinrError} `invalid_argument` where a value is no segment of a path.
 */
export function fillPath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    try {
      // An empty segment would turn "retrieve" into "list", and a dot would be resolved away by every URL parser.
      if (typeof value === "string" && !/^\.{0,2}$/.test(value)) return encodeURIComponent(value);
    } catch {
      // It is half of a character.
    }
    throw invalidArgument(`${name} must be an id, such as pay_1234567890.`);
  });
}

function writeQuery(query: unknown): string {
  if (query === undefined) return "";
  try {
    if (isObject(query)) {
      const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
      const text = String(new URLSearchParams(pairs as [string, string][]));
      return text && `?${text}`;
    }
  } catch {
    // A symbol is in it, or what else is no text.
  }
  throw invalidArgument("The parameters must be an object for a query.");
}

function writeBody(body: unknown): RequestBody {
  if (body === undefined || body instanceof ReadableStream) return body;
  try {
    if (isObject(body)) return JSON.stringify(body);
  } catch {
    // A bigint or a circular reference is in it.
  }
  throw invalidArgument("The body must be an object for JSON.");
}

/** The error for an argument that cannot be sent; nothing was. */
export function invalidArgument(message: string): VinrError {
  return new VinrError(message, { code: "invalid_argument" });
}
