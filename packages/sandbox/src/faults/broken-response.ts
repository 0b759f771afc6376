import { errorResponse } from "@vinr/server";
import type { RequestFault } from "./fault.js";
import { codeOf } from "./read-fault.js";

/** The connection breaks off instead of a response: as `fetch` reports it. An HTTP server resets its socket then. */
export class ConnectionResetError extends TypeError {
  constructor() {
    super("fetch failed", { cause: causeOf("ECONNRESET", "read ECONNRESET") });
  }
}

/** The response of a request that a fault strikes after the operation, or in place of it. */
export async function breakResponse(response: Response, fault: RequestFault, signal: AbortSignal): Promise<Response> {
  if (fault.connection !== undefined) return breakBody(response, fault.connection, signal);
  const code = codeOf(fault);
  if (code !== undefined) return replaceByError(response, code, fault.retryAfter);
  return fault.status === undefined ? response : pageOfProxy(fault.status, fault.retryAfter);
}

/** An error in the place of a response, with the same request id and rate limit. */
function replaceByError(
  response: Response,
  code: NonNullable<RequestFault["code"]>,
  retryAfter: number | undefined,
): Response {
  const { status, body } = errorResponse(code, response.headers.get("x-request-id") ?? "req_unknown");
  const headers = new Headers(response.headers);
  for (const name of ["content-length", "idempotent-replayed"]) headers.delete(name);
  if (retryAfter !== undefined) headers.set("retry-after", String(retryAfter));
  else if (status === 429) headers.set("retry-after", "1");
  return Response.json(body, { status, headers });
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

/** A response of which the body has half. An HTTP server sends it by hand: an error in a stream is an error of the server. */
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

  /** For whoever records it: the half that is sent, and an end. */
  override clone(): Response {
    return new Response(this.half.slice(), { status: this.status, headers: this.headers });
  }
}

/**
 * @throws {ConnectionResetError} for a reset, and where there is no body to break.
 */
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

/** Nothing follows the bytes, until the client has had enough. */
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
