import { checkCallOptions, type WriteOptions } from "../config/call-options.js";
import { createOptionError } from "../config/check-options.js";
import { ownProperties } from "../config/own-properties.js";
import { createInvalidArgumentError } from "../errors/create-errors.js";
import { isObject, isPlainObject } from "../is-object.js";
import { writeJson } from "../request/write-json.js";

/** The second argument of a method of `vinr.http`, whatever its operation. */
export interface GivenInit extends WriteOptions {
  readonly params?: {
    readonly path?: Readonly<Record<string, unknown>>;
    readonly query?: Readonly<Record<string, unknown>>;
    readonly header?: unknown;
  };
  readonly body?: unknown;
  readonly bodySerializer?: unknown;
}

/** A request as it was at its call: the caller may change its objects afterwards. */
export interface HttpRequest {
  /** For this client; without headers. */
  readonly options: WriteOptions;
  /** For openapi-fetch. */
  readonly init: { readonly body?: unknown; readonly [name: string]: unknown };
}

/**
 * Reads the second argument of a method. Nothing in it is inherited.
 *
 * @throws {VinrError} `invalid_option` or `invalid_argument`.
 */
export function readInit(given: GivenInit = {}): HttpRequest {
  const { idempotencyKey, timeout, totalTimeout, maxRetries, signal, ...others } = ownProperties(given);
  const init = ownProperties(others);
  const params = ownProperties(init.params);
  return {
    options: checkCallOptions({ idempotencyKey, timeout, totalTimeout, maxRetries, signal }),
    init: ownProperties({
      ...init,
      headers: copyHeaders("headers", init.headers),
      params: ownProperties({
        ...params,
        path: ownProperties(params.path),
        query: ownProperties(params.query),
        header: copyHeaders("params.header", params.header ?? undefined),
      }),
      ...serializeBody(init.body, init.bodySerializer),
    }),
  };
}

function copyHeaders(option: string, headers: unknown): object {
  if (headers instanceof Headers) return new Headers(headers);
  if (headers === undefined || isObject(headers)) return { ...headers };
  throw createOptionError(`The option ${option} must be an object.`);
}

/** Whether JSON has the value: of any other object it would write `{}`, and of a function nothing. */
function isJson(value: unknown): boolean {
  if (typeof value === "function" || typeof value === "symbol") return false;
  return typeof value !== "object" || value === null || Array.isArray(value) || isPlainObject(value);
}

/** A stream or a form goes as it is, and so does what the caller serializes. */
function serializeBody(body: unknown, serializer: unknown): object {
  if (body === undefined || serializer !== undefined) return {};
  if (body instanceof ReadableStream || body instanceof FormData) return {};
  if (!isJson(body)) {
    const message =
      "The body must be JSON, a ReadableStream or a FormData. Write any other with the option bodySerializer.";
    throw createInvalidArgumentError(message);
  }
  const text = writeJson(body);
  // Middleware may have others written by it.
  return {
    body: text,
    bodySerializer: (one: unknown) => (one === text || one instanceof FormData ? one : JSON.stringify(one)),
  };
}
