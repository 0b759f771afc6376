/** The mock's HTTP server: `node:http` with time and size limits in front of `handle-request.ts`. */
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { isServedHost } from "../hosts.ts";
import type { LoadedSpec } from "../read/document/load-spec.ts";
import { buildModel } from "../read/model/build-model.ts";
import { asSpecError } from "../read/spec-error.ts";
import { ApiError } from "./api-error.ts";
import { readBody } from "./body.ts";
import { createEngine, type Engine } from "./engine.ts";
import { errorResponse, handleRequest, type MockResponse } from "./handle-request.ts";

export interface MockOptions {
  readonly spec: LoadedSpec;
  /** The port to listen on; 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** Whether pages of any site may read the responses (CORS `*`). Default: false. */
  readonly cors?: boolean;
  /** Milliseconds that a client has to send a whole request; 10,000 by default. */
  readonly timeout?: number;
  /** Called after each response. */
  readonly onResponse?: (method: string, target: string, status: number, requestId: string) => void;
}

export interface Mock {
  /** The address of the API, with its base path: `http://127.0.0.1:4010/v1`. */
  readonly url: string;
  /**
   * Serves another specification from now on. Requests in progress finish with the one that they began with.
   *
   * @throws {Error} if it cannot be served; the mock then keeps the one before.
   */
  reload(spec: LoadedSpec): Promise<void>;
  /** Stops listening and closes every connection. */
  close(): Promise<void>;
}

/**
 * Serves the API of a specification, statelessly: the same request gets the same response, nothing is stored.
 *
 * It listens on loopback, and rejects requests whose `Host` is not this machine: see `scripts/hosts.ts`.
 */
export async function startMock(options: MockOptions): Promise<Mock> {
  const { spec, port, host = "127.0.0.1", cors = false, timeout = 10_000, onResponse } = options;
  const sharedHeaders = cors ? corsHeaders : {};
  let engine = await engineFor(spec);
  const limits = {
    connectionsCheckingInterval: Math.min(1000, timeout),
    headersTimeout: Math.min(5_000, timeout),
    requestTimeout: timeout,
    keepAliveTimeout: 5_000,
  };
  const server = createServer(limits, async (request, response) => {
    const result = isServedHost(request.headers.host, host) ? await receive(request, engine) : rejectHost();
    if (result === undefined) return;
    send(request, response, { ...result, headers: { ...sharedHeaders, ...result.headers } });
    onResponse?.(request.method ?? "", request.url ?? "", result.status, result.headers["x-request-id"] ?? "");
  });
  server.on("clientError", (error, socket) => respondToBadHttp(error, socket as Socket, sharedHeaders));
  await listen(server, port, host);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${actual}${engine.basePath}`,
    async reload(next) {
      engine = await engineFor(next);
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function engineFor(spec: LoadedSpec): Promise<Engine> {
  try {
    return await createEngine(spec.document, buildModel(spec));
  } catch (error) {
    throw asSpecError("Prism, which the mock is made of,", error).inFile(spec.file);
  }
}

/** Reads a request and handles it; returns undefined if the client hangs up before the end of its body. */
async function receive(request: IncomingMessage, engine: Engine): Promise<MockResponse | undefined> {
  try {
    const body = await readBody(request);
    const headers = flatten(request.headers);
    return await handleRequest(engine, { method: request.method ?? "GET", target: request.url ?? "/", headers, body });
  } catch (error) {
    return error instanceof ApiError ? errorResponse(error) : undefined;
  }
}

function rejectHost(): MockResponse {
  const message = "The header Host must name this machine, such as 127.0.0.1. The mock serves no other name.";
  return errorResponse(new ApiError("permission_denied", message));
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}

const corsHeaders = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers":
    "Authorization, Content-Type, Idempotency-Key, Prefer, Vinr-Version, X-Api-Key, X-Request-Id",
  "access-control-expose-headers":
    "Allow, Idempotent-Replayed, Retry-After, WWW-Authenticate, X-RateLimit-Limit, X-RateLimit-Remaining, " +
    "X-RateLimit-Reset, X-Request-Id",
  "access-control-max-age": "600",
};

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: MockResponse): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    ...headers,
    ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function flatten(headers: IncomingMessage["headers"]): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(", ") : value,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const httpProblems: ReadonlyMap<string, readonly [status: number, message: string]> = new Map([
  ["HPE_HEADER_OVERFLOW", [431, "The request's headers are larger than 16 KiB."]],
  ["ERR_HTTP_REQUEST_TIMEOUT", [408, "The request did not arrive in time."]],
]);

/** Node.js emits no request for invalid, oversized or slow HTTP; the client still gets the documented error body. */
function respondToBadHttp(
  error: NodeJS.ErrnoException,
  socket: Socket,
  sharedHeaders: Readonly<Record<string, string>>,
): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const known = httpProblems.get(error.code ?? "");
  const [status, message] = known ?? [400, "This is not a well-formed HTTP request."];
  const { headers, body = "" } = errorResponse(new ApiError("body_malformed", message), status);
  const all = { ...sharedHeaders, ...headers, "content-length": String(Buffer.byteLength(body)), connection: "close" };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
}
