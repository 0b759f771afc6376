/** The door: `node:http` with time and size limits in front of `answer.ts`. */
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { type Answer, answer, refuse } from "./answer.ts";
import { readBody } from "./body.ts";
import { createEngine } from "./engine.ts";
import { Refusal } from "./refusal.ts";

export interface MockOptions {
  /** The bundled OpenAPI 3.1 document. */
  readonly document: Readonly<Record<string, unknown>>;
  /** Where to listen; 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** Milliseconds that a client has to send a whole request; 10,000 by default. */
  readonly timeout?: number;
  /** Told of each answered request. */
  readonly onAnswer?: (method: string, target: string, status: number, requestId: string) => void;
}

export interface Mock {
  /** Where the API is, base path included: `http://127.0.0.1:4010/v1`. */
  readonly url: string;
  /** Serves another description from now on. Requests under way finish with the one they began with. */
  reload(document: Readonly<Record<string, unknown>>): Promise<void>;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}

/**
 * Serves the API that a description describes, statelessly: the same request gets the same answer, nothing is kept.
 *
 * Open to any origin (CORS `*`): it listens on loopback, holds no state, and takes no cookies.
 */
export async function startMock(options: MockOptions): Promise<Mock> {
  const { document, port, host = "127.0.0.1", timeout = 10_000, onAnswer } = options;
  let engine = await createEngine(document);
  const limits = {
    connectionsCheckingInterval: Math.min(1000, timeout),
    headersTimeout: Math.min(5_000, timeout),
    requestTimeout: timeout,
    keepAliveTimeout: 5_000,
  };
  const server = createServer(limits, async (request, response) => {
    const reply = await answerWire(request);
    if (reply === undefined) return;
    send(request, response, reply);
    onAnswer?.(request.method ?? "", request.url ?? "", reply.status, reply.headers["x-request-id"] ?? "");
  });

  async function answerWire(request: IncomingMessage): Promise<Answer | undefined> {
    const current = engine;
    try {
      const body = await readBody(request);
      const headers = flatten(request.headers);
      return await answer(current, { method: request.method ?? "GET", target: request.url ?? "/", headers, body });
    } catch (error) {
      // Anything else is a client that hung up in the middle of its body: nobody is left to answer.
      return error instanceof Refusal ? refuse(error) : undefined;
    }
  }

  server.on("clientError", answerBadWire);
  await listen(server, port, host);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${actual}${engine.basePath}`,
    async reload(next) {
      engine = await createEngine(next);
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
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

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    ...corsHeaders,
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

const wireProblems: ReadonlyMap<string, readonly [status: number, message: string]> = new Map([
  ["HPE_HEADER_OVERFLOW", [431, "The request's headers are larger than 16 KiB."]],
  ["ERR_HTTP_REQUEST_TIMEOUT", [408, "The request did not arrive in time."]],
]);

/** What is not HTTP, too large, or too slow never becomes a request; it still gets the documented error body. */
function answerBadWire(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const known = wireProblems.get(error.code ?? "");
  const [status, message] = known ?? [400, "This is not a well-formed HTTP request."];
  const { headers, body = "" } = refuse(new Refusal("body_malformed", message), status);
  const all = { ...corsHeaders, ...headers, "content-length": String(Buffer.byteLength(body)), connection: "close" };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
}
