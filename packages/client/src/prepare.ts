import type { WriteOptions } from "./call-options.js";
import type { Config } from "./config.js";
import { VinrError } from "./errors.js";
import type { TransportRequest } from "./transport.js";

/** What a row of the table of operations says. */
export interface OperationRow {
  readonly method: TransportRequest["method"];
  /** With names in braces: `/payments/{id}`. */
  readonly path: string;
  readonly idempotent: boolean;
}

/** What a caller passes to an operation. */
export interface CallInput {
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

/** A request as it is sent, the same at each attempt. */
export interface PreparedRequest extends Omit<TransportRequest, "signal"> {
  readonly idempotencyKey: string | undefined;
}

/**
 * Turns a call into its request.
 *
 * @throws {VinrError} `invalid_argument`, before anything is sent.
 */
export function prepareRequest(
  { secretKey, apiVersion, runtime }: Config,
  { method, path, idempotent }: OperationRow,
  input: CallInput,
  options: WriteOptions,
): PreparedRequest {
  const idempotencyKey = idempotent ? (options.idempotencyKey ?? runtime.createKey()) : undefined;
  return {
    method,
    path: fillPath(path, input.path ?? {}),
    query: checkQuery(input.query),
    body: input.body === undefined ? undefined : writeBody(input.body),
    headers: {
      accept: "application/json",
      ...(apiVersion === undefined ? {} : { "vinr-version": apiVersion }),
      ...options.headers,
      authorization: `Bearer ${secretKey}`,
      ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
    },
    idempotencyKey,
  };
}

function fillPath(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeSegment(name, values[name]));
}

/** A value as one segment of a path: it can neither add a segment nor take one away. */
function encodeSegment(name: string, value: unknown): string {
  // An empty segment would turn "retrieve" into "list", and a dot would be resolved away by every URL parser.
  if (typeof value !== "string" || value === "" || value === "." || value === "..") {
    throw invalidArgument(
      `${name} must be an object's id, such as pay_1234567890, not ${typeof value === "string" ? JSON.stringify(value) : typeof value}.`,
    );
  }
  try {
    return encodeURIComponent(value);
  } catch (cause) {
    throw invalidArgument(`${name} is no well-formed text.`, cause);
  }
}

function checkQuery(query: unknown): Readonly<Record<string, unknown>> | undefined {
  if (query === undefined) return undefined;
  if (typeof query !== "object" || query === null || Array.isArray(query)) {
    throw invalidArgument("The parameters of a list must be an object, such as { limit: 10 }.");
  }
  return { ...query };
}

function writeBody(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw invalidArgument("The body cannot be written as JSON; a bigint or a circular reference is in it.", cause);
  }
}

function invalidArgument(message: string, cause?: unknown): VinrError {
  return new VinrError(message, { code: "invalid_argument", cause });
}
