import { apiError, type ErrorCode, type RateLimit } from "@vinr/server";
import { respondWithError } from "@vinr/server/internal";
import { declineCodeOf } from "./declines.js";
import type { RequestFault } from "./fault.js";
import { codeOf } from "./read-fault.js";

/** The connection breaks off instead of a response, as `fetch` reports it. An HTTP server then resets its socket. */
export class ConnectionResetError extends TypeError {
  constructor() {
    super("fetch failed", { cause: causeOf("ECONNRESET", "read ECONNRESET") });
  }
}

/** A request that a fault strikes, and the state of the caller's bucket after it. */
export interface StruckRequest {
  readonly request: Request;
  readonly fault: RequestFault;
  readonly rateLimit: RateLimit;
}

/** The response of a request that a fault strikes after the operation, or in place of it. */
export async function breakResponse(response: Response, struck: StruckRequest, now: number): Promise<Response> {
  const { request, fault } = struck;
  if (fault.connection !== undefined) return breakBody(response, fault.connection, request.signal);
  const code = codeOf(fault);
  if (code !== undefined) return replaceByError(response, code, struck, now);
  return fault.status === undefined ? response : pageOfProxy(fault.status, fault.retryAfter);
}

/** An error instead of a response, with the same request id. */
function replaceByError(
  response: Response,
  code: ErrorCode,
  { request, fault: { retryAfter }, rateLimit }: StruckRequest,
  now: number,
): Response {
  const requestId = response.headers.get("x-request-id") ?? "req_unknown";
  // A rate limit error comes with an empty bucket.
  const empty = { ...rateLimit, remaining: 0, reset: Math.ceil(now / 1000) + (retryAfter ?? 1) };
  const state = code === "rate_limited" ? empty : rateLimit;
  const error = apiError(code, { retryAfter, decline_code: declineCodeOf(code) });
  return respondWithError(error, { request, requestId }, state);
}

/** A proxy in between knows nothing of the API: no JSON, no request id. */
function pageOfProxy(status: number, retryAfter: number | undefined): Response {
  const title = `${status} ${titles.get(status) ?? "Error"}`;
  const page = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
  const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  return new Response(page, { status, headers: { "content-type": "text/html", ...headers } });
}

const titles: ReadonlyMap<number, string> = new Map([
  [502, "Bad Gateway"],
  [504, "Gateway Time-out"],
]);

/** A response with half of its body. An HTTP server sends it by hand: an error in a stream is an error of the server. */
export class BrokenResponse extends Response {
  readonly half: Uint8Array<ArrayBuffer>;
  /** Whether the connection stays, and nothing follows. */
  readonly isStalled: boolean;

  constructor(
    half: Uint8Array<ArrayBuffer>,
    isStalled: boolean,
    { signal, ...init }: ResponseInit & { signal: AbortSignal },
  ) {
    super(isStalled ? stall(half, signal) : truncate(half), init);
    this.half = half;
    this.isStalled = isStalled;
  }

  /** For the recording: the half that is sent, and an end. */
  override clone(): Response {
    return new Response(this.half.slice(), { status: this.status, headers: this.headers });
  }
}

/** @throws {ConnectionResetError} for a reset, or if there is no body to break. */
async function breakBody(
  response: Response,
  connection: NonNullable<RequestFault["connection"]>,
  signal: AbortSignal,
): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (connection === "reset" || bytes.length === 0) throw new ConnectionResetError();
  const { status } = response;
  const headers = new Headers(response.headers);
  headers.set("content-length", String(bytes.length));
  const half = bytes.slice(0, Math.floor(bytes.length / 2));
  return new BrokenResponse(half, connection === "stalled", { status, headers, signal });
}

function truncate(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (isSent)
        controller.error(new TypeError("terminated", { cause: causeOf("UND_ERR_SOCKET", "other side closed") }));
      else controller.enqueue(bytes);
      isSent = true;
    },
  });
}

/** Sends nothing after the bytes, until the client gives up. */
function stall(bytes: Uint8Array, signal: AbortSignal): ReadableStream<Uint8Array> {
  let leave = () => {};
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      leave = () => controller.error(signal.reason);
      if (signal.aborted) leave();
      else signal.addEventListener("abort", leave, { once: true });
    },
    cancel: () => signal.removeEventListener("abort", leave),
  });
}

function causeOf(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
