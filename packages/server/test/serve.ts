/** A handler over real HTTP on loopback, and raw connections to it. */
import { once } from "node:events";
import { createServer, type ServerOptions } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import type { Handler } from "../src/index.js";

export interface Served {
  /** With the base path `/v1`. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves a handler as `@hono/node-server` does; but not with its global objects, which other tests share. */
export async function serveHandler(handler: Handler, options: ServerOptions = {}): Promise<Served> {
  const server = createServer(options, getRequestListener(handler, { overrideGlobalObjects: false }));
  // Room for the thousand connections of a test that opens them at once.
  server.listen({ port: 0, host: "127.0.0.1", backlog: 2048 });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** The parts of a raw request: text or bytes to send, or milliseconds to wait. */
export type RawPart = string | Uint8Array | number;

/** One response, as it was parsed out of what came over a connection. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface RawOutcome {
  readonly received: string;
  /** The final responses that are complete, in order. */
  readonly responses: readonly RawResponse[];
  /** Their statuses. */
  readonly statuses: readonly number[];
  /** Whether the server ended the connection in time. */
  readonly hasEnded: boolean;
  readonly milliseconds: number;
}

export interface RawOptions {
  /** Whether to end the sending side after the last part. */
  readonly halfClose?: boolean;
  /** After how many responses to stop waiting for the server to end the connection. Default: it is waited for. */
  readonly responses?: number;
  /** How long to wait, in milliseconds. Default: 5000. */
  readonly patience?: number;
  /** Whether the responses have no bodies, because the requests are HEAD. */
  readonly isHead?: boolean;
}

/** Sends bytes as they are, and collects all that comes back. */
export async function sendRaw(
  port: number,
  parts: Iterable<RawPart>,
  { halfClose = false, responses: wanted = Number.POSITIVE_INFINITY, patience = 5000, isHead = false }: RawOptions = {},
): Promise<RawOutcome> {
  const start = performance.now();
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  let received = "";
  let hasEnded = false;
  const finished = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patience);
    const finish = () => {
      clearTimeout(timer);
      resolve();
    };
    socket.setEncoding("latin1");
    socket.on("data", (text) => {
      received += text;
      if (wanted < Number.POSITIVE_INFINITY && parseResponses(received, isHead).length >= wanted) finish();
    });
    // The server may end the connection while more is being sent.
    socket.on("error", () => {});
    for (const event of ["end", "close"]) {
      socket.on(event, () => {
        hasEnded = true;
        finish();
      });
    }
  });
  const sending = sendParts(socket, parts, halfClose);
  await finished;
  socket.destroy();
  await sending;
  const responses = parseResponses(received, isHead);
  const statuses = responses.map(({ status }) => status);
  return { received, responses, statuses, hasEnded, milliseconds: performance.now() - start };
}

async function sendParts(
  socket: ReturnType<typeof connect>,
  parts: Iterable<RawPart>,
  halfClose: boolean,
): Promise<void> {
  for (const part of parts) {
    if (socket.destroyed || socket.writableEnded) return;
    if (typeof part === "number") await sleep(part);
    else if (!socket.write(part)) await Promise.race([once(socket, "drain"), once(socket, "close")]).catch(() => {});
  }
  if (halfClose) socket.end();
}

/** The complete final responses in a text of bytes; those with status 1xx are not final. */
function parseResponses(received: string, isHead: boolean): RawResponse[] {
  const responses: RawResponse[] = [];
  let rest = received;
  for (;;) {
    const end = rest.indexOf("\r\n\r\n");
    if (end < 0) return responses;
    const [line = "", ...lines] = rest.slice(0, end).split("\r\n");
    const status = Number(line.split(" ")[1]);
    const headers = new Headers(lines.map((one) => one.split(/: ?(.*)/s, 2) as [string, string]));
    rest = rest.slice(end + 4);
    if (status < 200) continue;
    const isChunked = headers.get("transfer-encoding") === "chunked";
    const length = isHead ? 0 : Number(headers.get("content-length") ?? 0);
    const text = rest.slice(0, length);
    // The only chunked responses here are the adapter's own, which are empty.
    const empty = isChunked && !isHead ? "0\r\n\r\n" : "";
    if (text.length < length || !rest.startsWith(empty)) return responses;
    rest = rest.slice(length + empty.length);
    responses.push({ status, headers, text: Buffer.from(text, "latin1").toString() });
  }
}
