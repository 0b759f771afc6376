import type { Handler } from "@vinr/server";
import { findBody, longestKeyHeader } from "@vinr/server/internal";
import { readKeyText } from "../../../domain/restricted-key.js";
import { accountOfSecretKey } from "../../../domain/secret-key.js";
import { BoundedLog } from "./bounded-log.js";
import { beginningOf, Capture, captureBody, captureHeaders, captureText, type Header, sizeOf } from "./capture.js";
import { redactAddress } from "./redact.js";

/** A request to one of the APIs with its response, without keys and card numbers. */
export interface LoggedRequest {
  /** The request id of the response. */
  readonly id: string;
  /** By the wall clock, in milliseconds since the epoch. */
  readonly at: number;
  /** Until the response began. */
  readonly milliseconds: number;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: string | undefined;
  readonly response: { readonly headers: readonly Header[]; readonly body: string | undefined };
}

/** The headers of a request that are shown. A list of headers to hide could not name every secret. */
const shownHeaders: readonly string[] = [
  "accept",
  "content-length",
  "content-type",
  "idempotency-key",
  "user-agent",
  "vinr-version",
  "x-request-id",
];

export type RequestLog = BoundedLog<LoggedRequest>;

/** The requests of each account, numbered from the first number. */
export function createRequestLog(first?: number): RequestLog {
  return new BoundedLog({ entries: 500, characters: 24_000_000, first });
}

/** Whose requests are recorded, and where. */
export interface RequestRecorder {
  readonly log: RequestLog;
  readonly now: () => number;
  /** The account that sees requests with a key of no account. Undefined: none does. */
  readonly openAccount: string | undefined;
  readonly onRecorded: (account: string) => void;
}

/** A handler whose requests are recorded, once they have their response. */
export function recordRequests(handler: Handler, recorder: RequestRecorder): Handler {
  return async (request) => {
    const [at, start] = [recorder.now(), performance.now()];
    const { watched, capture } = watchBody(request);
    const response = await handler(watched);
    const account = findRequestAccount(request, response) ?? recorder.openAccount;
    if (account === undefined) return response;
    const milliseconds = performance.now() - start;
    readLater(response, (received) => {
      const logged = describe(request, response, { at, milliseconds, sent: capture.text, received });
      recorder.log.add(account, logged, charactersOf(logged));
      recorder.onRecorded(account);
    });
    return response;
  };
}

/**
 * Reads the body of a response that is being sent. Reading a stream twice takes as long as a request, so a handler's
 * own body is not read twice.
 */
function readLater(response: Response, read: (body: string | undefined) => void): void {
  const known = findBody(response);
  if (known !== undefined) setImmediate(() => read(captureText(known)));
  else void captureBody(response.body === null ? null : response.clone().body).then(read);
}

function charactersOf({ target, headers, body = "", response }: LoggedRequest): number {
  const { length } = body + (response.body ?? "");
  return 100 + target.length + length + sizeOf(headers) + sizeOf(response.headers);
}

/** The account that authenticated with its key; undefined if none did. */
export function findRequestAccount({ headers, url }: Request, { status }: Response): string | undefined {
  if (status === 401) return undefined;
  // The control API rejects a restricted key without checking its secret.
  const takesRestricted = new URL(url).pathname.startsWith("/v1/");
  return findKeyAccount(headers, takesRestricted);
}

/** The account that a key names. The key need not be valid. */
export function findKeyAccount(headers: Headers, takesRestricted = true): string | undefined {
  const header = headers.get("authorization") ?? headers.get("x-api-key") ?? "";
  // The server accepts none that long. A name found in it would keep all of it in memory.
  if (header.length > longestKeyHeader) return undefined;
  const value = headers.has("authorization") ? header.replace(/^bearer +/i, "") : header;
  // The server accepts a key in this header with any kind of whitespace around it.
  const key = value.trim();
  const account = accountOfSecretKey(key);
  return account ?? (takesRestricted ? readKeyText(key)?.account : undefined);
}

/** The rest of what is recorded: the time, and both bodies. */
interface Noted {
  readonly at: number;
  readonly milliseconds: number;
  readonly sent: string | undefined;
  readonly received: string | undefined;
}

function describe(request: Request, response: Response, { at, milliseconds, sent, received }: Noted): LoggedRequest {
  const { pathname, search } = new URL(request.url);
  return {
    id: response.headers.get("x-request-id") ?? "",
    at,
    milliseconds,
    method: request.method.slice(0, 20),
    target: beginningOf(redactAddress(`${pathname}${search}`), 2000),
    status: response.status,
    headers: captureHeaders(shownOf(request.headers)),
    body: sent,
    response: { headers: captureHeaders(response.headers), body: received },
  };
}

function shownOf(headers: Headers): Header[] {
  return shownHeaders.flatMap((name): Header[] => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
}

/** The request itself. Its body is recorded only when the handler reads it. */
function watchBody(request: Request): { readonly watched: Request; readonly capture: Capture } {
  const capture = new Capture();
  if (request.method === "GET" || request.method === "HEAD") return { watched: request, capture };
  let stream: ReadableStream<Uint8Array> | undefined;
  const watched = new Proxy(request, {
    get(target, name) {
      if (name === "arrayBuffer") return async () => noteAll(capture, await target.arrayBuffer());
      if (name === "body") {
        stream ??= target.body?.pipeThrough(noting(capture));
        return stream ?? null;
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { watched, capture };
}

function noteAll(capture: Capture, buffer: ArrayBuffer): ArrayBuffer {
  capture.note(new Uint8Array(buffer));
  return buffer;
}

function noting(capture: Capture): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new TransformStream({
    transform(chunk, controller) {
      capture.note(chunk);
      controller.enqueue(chunk);
    },
  });
}
