import { type CallOptions, checkCallOptions, findHeaderProblem, type WriteOptions } from "../config/call-options.js";
import type { Config } from "../config/config.js";
import { ownInit, ownProperties } from "../config/own-properties.js";
import { VinrApiError } from "../errors/api-errors.js";
import { createCallError, createInvalidArgumentError, effectHint, readRequestId } from "../errors/create-errors.js";
import { errorPage, isVinrError, VinrError, VinrResponseError } from "../errors/errors.js";
import { sanitizeError } from "../errors/sanitize-error.js";
import { onAbort } from "../request/abort-listeners.js";
import type { CallState, RequestBody } from "../request/call-state.js";
import { fillPath, prepareCall } from "../request/prepare-request.js";
import { sendWithRetries } from "../request/send-with-retries.js";
import type { HttpMiddleware } from "./http-types.js";
import type { HttpRequest } from "./read-init.js";

/** openapi-fetch on top of this client's requests. `VinrHttp` adds the types. */
export interface OpenapiFetchClient {
  request(method: string, path: string, request: HttpRequest): Promise<unknown>;
  changeMiddleware(change: "eject" | "use", middleware: readonly HttpMiddleware[]): OpenapiFetchClient;
}

/** The client of openapi-fetch, without the types of one API. */
interface UntypedClient {
  request(method: string, path: string, init: object): Promise<object>;
  use(...middleware: HttpMiddleware[]): void;
  eject(...middleware: HttpMiddleware[]): void;
}

/** Makes openapi-fetch pass a stream through unchanged. */
const streamOptions = { bodySerializer: (body: unknown) => body, duplex: "half" };

/** All that openapi-fetch reads of options: what is there, it does not look for on `Object.prototype`. */
const noOptions = {
  baseUrl: undefined,
  Request: undefined,
  headers: undefined,
  parseAs: undefined,
  querySerializer: undefined,
  bodySerializer: undefined,
  pathSerializer: undefined,
  body: undefined,
  middleware: undefined,
};

/** The global `Request`, with options of its own alone. */
const createOwnRequest = () =>
  new Proxy(Request, { construct: (Global, [url, init]) => new Global(url, ownInit(init)) });

type CreateClient = typeof import("openapi-fetch")["default"];

/**
 * Loads openapi-fetch. Where this file is CommonJS, `default` is all that the library exports, and its default is in there.
 *
 * @throws {VinrError} `module_missing`. It is kept, as runtimes keep most of what they failed to load.
 */
async function loadOpenapiFetch({ redact }: Config): Promise<CreateClient> {
  try {
    const { default: loaded } = (await import("openapi-fetch")) as {
      default: CreateClient | { default: CreateClient };
    };
    return typeof loaded === "function" ? loaded : loaded.default;
  } catch (reason) {
    const cause = sanitizeError(reason, redact);
    const message = `vinr.http needs openapi-fetch, which cannot be loaded: ${cause.message}. Nothing was sent. Install it if it is missing, and start the program again.`;
    throw new VinrError(message, { code: "module_missing", cause });
  }
}

/**
 * Creates the openapi-fetch client of a configuration. The library is loaded here, with the first request: callers of
 * named operations never load it.
 */
export async function createOpenapiFetchClient(config: Config): Promise<OpenapiFetchClient> {
  const createClient = await loadOpenapiFetch(config);
  const options = { ...noOptions, Request: createOwnRequest(), baseUrl: config.baseUrl, pathSerializer: fillPath };
  const client = createClient(options as object) as unknown as UntypedClient;
  const self: OpenapiFetchClient = {
    async request(method, path, { init, options }) {
      const isStream = init.body instanceof ReadableStream;
      const { signal, release } = follow(options.signal);
      const sent: { call?: CallState } = {};
      const fetch = async (request: Request) => {
        sent.call = await prepare(config, request, { path, isStream, options });
        return send(config, sent.call, { ...options, signal: request.signal });
      };
      try {
        const given = { ...noOptions, ...init, signal, fetch, ...(isStream && streamOptions) };
        const result = await client.request(method, path, given);
        const { attempts = 0, request } = sent.call ?? {};
        return { ...result, attempts, idempotencyKey: request?.info.idempotencyKey };
      } catch (cause) {
        if (sent.call?.attempts) throw createLateError(config, sent.call, cause);
        throw isVinrError(cause) ? cause : createEarlyError(config, cause);
      } finally {
        release();
      }
    },
    changeMiddleware(change, middleware) {
      client[change](...middleware);
      return self;
    },
  };
  return self;
}

/**
 * A signal that aborts with another one. `Request` adds a listener to the one that it gets, and keeps it until it is collected:
 * hundreds of calls with one signal would make Node warn of a leak.
 */
function follow(signal: AbortSignal | undefined): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  if (signal?.aborted) controller.abort(signal.reason);
  return { signal: controller.signal, release: onAbort(signal, (reason) => controller.abort(reason)) };
}

/** The error for what failed before anything was sent: in middleware or openapi-fetch. */
function createEarlyError(config: Config, reason: unknown): VinrError {
  const { cause, text } = readThrown(config, reason);
  const message = `vinr.http cannot create the request: ${text}`;
  return new VinrError(message, { code: "invalid_argument", cause, docUrl: errorPage("parameter_invalid") });
}

/** An error of middleware stays itself as the cause, unless its text shows the key, as that of the error for a header does. */
function readThrown(
  { redact, authorization }: Config,
  reason: unknown,
): { readonly cause: unknown; readonly text: string } {
  const sanitized = sanitizeError(reason, redact);
  const isFit = reason instanceof Error && !tellsKey(reason, authorization.replace("Bearer ", ""));
  return { cause: isFit ? reason : sanitized, text: sanitized.message };
}

/** Whether the message of an error or of one of its causes has the key. One that cannot be read might have it. */
function tellsKey(error: unknown, key: string, depth = 0): boolean {
  try {
    if (!(error instanceof Error)) return String(error).includes(key);
    return depth > 5 || error.message.includes(key) || tellsKey(error.cause, key, depth + 1);
  } catch {
    return true;
  }
}

/** The error for what failed after the request was sent: of the call itself, or in middleware or openapi-fetch. */
function createLateError(config: Config, call: CallState, reason: unknown): VinrError {
  const { request, received } = call;
  const key = request.info.idempotencyKey;
  // That of another call, which middleware makes, may say that nothing was sent.
  if (isVinrError(reason) && (key === undefined || key === reason.idempotencyKey)) return reason;
  const { cause, text } = readThrown(config, reason);
  const message = `${request.title} failed after it was sent: ${text}.${effectHint(call)}`;
  const { status, headers = new Headers() } = received?.response ?? {};
  return createCallError(VinrResponseError, call, message, {
    code: "response_invalid",
    requestId: readRequestId(call, headers),
    ...(status && { status }),
    cause,
  });
}

/** Prepares the call of a request of openapi-fetch. */
async function prepare(
  config: Config,
  request: Request,
  { path, isStream, options }: { readonly path: string; readonly isStream: boolean; readonly options: WriteOptions },
): Promise<CallState> {
  const { method, url } = request;
  if (!url.startsWith(`${config.baseUrl}/`)) {
    throw createInvalidArgumentError(`vinr.http sends only to ${config.baseUrl}: every request carries the key.`);
  }
  const headers = ownProperties(Object.fromEntries(request.headers));
  throwIfReserved(headers);
  // A request that writes gets a key, also one that has no operation yet. The specification lets a PUT do without; a key does no harm.
  const isRepeatable = /^(GET|HEAD|OPTIONS|DELETE)$/.test(method);
  const { idempotencyKey = headers["idempotency-key"] } = options;
  checkCallOptions({ idempotencyKey });
  const key = isRepeatable ? undefined : (idempotencyKey ?? config.runtime.createKey());
  const [, pathname = "", query = ""] = /^([^?]*)(.*)/.exec(url.slice(config.baseUrl.length)) ?? [];
  return prepareCall(config, {
    info: { operationId: undefined, method, urlTemplate: config.redact(path), idempotencyKey: key },
    path: pathname,
    query,
    headers,
    body: await readBody(request, isStream),
  });
}

/** Headers of openapi-fetch, of the call, and of the key, which takes the place of any other. */
const knownHeaders = ["authorization", "content-type", "idempotency-key"];

/** With another length, the server would wait for the rest; with another host, a server of that name would be trusted with the key. */
function throwIfReserved(headers: Readonly<Record<string, string>>): void {
  for (const header of Object.entries(headers)) {
    const problem = knownHeaders.includes(header[0]) ? undefined : findHeaderProblem(header);
    if (problem) throw createInvalidArgumentError(`The option headers ${problem}`);
  }
}

/** Sends a call with retries, and returns the response for openapi-fetch to read. */
async function send(config: Config, call: CallState, options: CallOptions): Promise<Response> {
  try {
    await sendWithRetries(config, call, ownProperties(options));
  } catch (error) {
    if (error instanceof VinrApiError) return toErrorResponse(call, error);
    throw error;
  }
  return toResponse(call);
}

async function readBody(request: Request, isStream: boolean): Promise<RequestBody> {
  if (request.body === null) return undefined;
  return isStream ? request.body : new Uint8Array(await request.arrayBuffer());
}

/** Makes the response readable again. A deletion that succeeded has no content, even if its last attempt got a 404. */
function toResponse({ received }: CallState): Response {
  const { status = 204, headers } = received?.response ?? {};
  if (status === 204 || status >= 400) return new Response(null, ownProperties({ status: 204, headers: {} }));
  // Of a status without a body, such as 205, Response would reject even an empty one.
  return new Response(received?.text || null, ownProperties({ status, headers: new Headers(headers) }));
}

/**
 * Creates the response for an API error. If its body is not an error of VINR, such as an empty one or a page of a proxy, the
 * error takes its place: openapi-fetch would return `error: undefined`, which looks like a success.
 */
function toErrorResponse({ received }: CallState, error: VinrApiError): Response {
  const { status, code, message, requestId } = error;
  const headers = new Headers(received?.response.headers);
  // openapi-fetch reads no body whose length was 0.
  headers.delete("content-length");
  const body = { error: { type: error.type ?? "api_error", code, message, request_id: requestId } };
  return new Response(code === "unknown" ? JSON.stringify(body) : received?.text, ownProperties({ status, headers }));
}
