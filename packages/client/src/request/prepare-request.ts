import type { WriteOptions } from "../config/call-options.js";
import { createOptionError } from "../config/check-options.js";
import type { Config } from "../config/config.js";
import { ownProperties } from "../config/own-properties.js";
import { createInvalidArgumentError } from "../errors/create-errors.js";
import type { OperationId } from "../generated/operations.js";
import { isPlainObject } from "../is-object.js";
import type { HeaderSource } from "../transport/headers.js";
import type { CallInfo, CallState, RequestBody } from "./call-state.js";
import { findLoss } from "./describe-unsendable.js";
import { writeJson } from "./write-json.js";

/** An operation, as the generated table describes it. */
export interface OperationRow {
  readonly operationId: OperationId;
  readonly method: string;
  /** With parameter names in braces: `/payments/{id}`. */
  readonly path: string;
  /** Whether the operation takes an idempotency key. */
  readonly idempotent?: boolean;
}

/** The input of an operation. */
export interface OperationInput {
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

/**
 * Prepares the call of an operation.
 *
 * @throws {VinrError} `invalid_argument`, before anything is sent.
 */
export function prepareOperationCall(
  config: Config,
  row: OperationRow,
  given: OperationInput,
  options: WriteOptions,
): CallState {
  const { method, path, operationId, idempotent } = ownProperties(row);
  const input = ownProperties(given);
  const idempotencyKey = idempotent ? (options.idempotencyKey ?? config.runtime.createKey()) : undefined;
  return prepareCall(config, {
    info: { operationId, method, urlTemplate: path, idempotencyKey },
    path: fillPath(path, input.path ?? {}),
    query: formatQuery(input.query),
    headers: options.headers,
    body: formatBody(input.body),
  });
}

/** The parts of a request that differ from call to call. */
export interface RequestParts {
  readonly info: Omit<CallInfo, "url">;
  /** Below `baseUrl`, with its values filled in. */
  readonly path: string;
  /** Empty, or `?` and the query. */
  readonly query: string;
  readonly headers: HeaderSource | undefined;
  readonly body: RequestBody;
}

/** Prepares a call, adding the headers that every request carries. */
export function prepareCall(config: Config, { info, path, query, headers, body }: RequestParts): CallState {
  const { redact } = config;
  const { idempotencyKey } = info;
  // Errors and logs show it.
  if (idempotencyKey !== undefined && redact(idempotencyKey) !== idempotencyKey) {
    throw createOptionError("The option idempotencyKey must not contain the secret key.");
  }
  const url = config.baseUrl + path + query;
  const request = {
    info: { ...info, url: redact(url) },
    url,
    title: redact(`${info.method} ${path}`),
    headers: [
      { authorization: config.authorization, "idempotency-key": info.idempotencyKey },
      // A copy: the caller may change its object before the last attempt.
      { ...headers },
      { "content-type": body && "application/json" },
      config.headers,
    ],
    body,
    redact,
  };
  return { request, attempts: 0, mayHaveTakenEffect: false };
}

/**
 * Fills the parameters of a path template. Each value stays one segment of the path.
 *
 * @throws {VinrError} `invalid_argument` if a value cannot be a segment.
 */
export function fillPath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    try {
      // An empty segment would turn "retrieve" into "list", and URL parsers resolve "." and ".." away.
      if (typeof value === "string" && !["", ".", ".."].includes(value)) return encodeURIComponent(value);
    } catch {
      // The string contains a lone surrogate.
    }
    throw createInvalidArgumentError(
      `The parameter ${name} must be an id that VINR returned, such as pay_1234567890 for a payment.`,
    );
  });
}

function formatQuery(query: unknown): string {
  if (query === undefined) return "";
  let problem = "must be an object, such as { limit: 10 }";
  try {
    if (isPlainObject(query)) {
      const loss = findLoss(query, "");
      const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
      const text = String(new URLSearchParams(pairs as [string, string][]));
      if (loss === undefined) return text && `?${text}`;
      problem = `cannot be sent: ${loss}`;
    }
  } catch {
    // A value, such as a symbol, has no text.
  }
  throw createInvalidArgumentError(`Query parameters ${problem}.`);
}

function formatBody(body: unknown): string | undefined {
  if (body === undefined) return body;
  if (!isPlainObject(body)) {
    throw createInvalidArgumentError("The body must be an object, such as { amount: 1000 }.");
  }
  return writeJson(body);
}
