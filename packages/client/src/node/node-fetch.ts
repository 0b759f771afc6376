import { type ClientRequest, Agent as HttpAgent, type IncomingMessage, request as requestHttp } from "node:http";
import { type AgentOptions, Agent as HttpsAgent, request as requestHttps } from "node:https";
import type { Fetch, HttpRequest, HttpResponse } from "../http-seam.js";
import { readResponse } from "./node-response.js";
import { createSpareTimer } from "./spare-timer.js";

/** Those of Node's agents, such as `maxSockets` and `ca`. */
export type NodeFetchOptions = AgentOptions;

/** The option `fetch` of a client, with connections of its own. */
export interface NodeFetch extends Fetch {
  /** Closes the connections that are idle. Without it they end by themselves, and keep no process alive. */
  close(): void;
}

/**
 * Sends over keep-alive connections of `node:http` and `node:https`. It follows no redirects and knows no proxy.
 *
 * @example
 * import { createNodeFetch } from "@vinr/client/node";
 *
 * const vinr = new Vinr({ secretKey, fetch: createNodeFetch() });
 */
export function createNodeFetch(options: NodeFetchOptions = {}): NodeFetch {
  const settings = { keepAlive: true, maxSockets: 256, ...options };
  const agent = new HttpAgent(settings);
  const secureAgent = new HttpsAgent(settings);

  const targets = new Map<string, Target>();

  const open = (address: string, { method, headers }: HttpRequest): ClientRequest => {
    // Cut in two, not parsed: that is a tenth of a request's work, and an address of the client's is as a parser writes it.
    const url = address.indexOf("/", pathSearch) < 0 ? new URL(address).href : address;
    const pathStart = url.indexOf("/", pathSearch);
    const origin = url.slice(0, pathStart);
    const path = url.slice(pathStart);
    let target = targets.get(origin);
    if (!target) {
      target = readTarget(origin);
      targets.set(origin, target);
    }
    const { host, port, isSecure } = target;
    return isSecure
      ? requestHttps({ host, port, path, method, headers, agent: secureAgent })
      : requestHttp({ host, port, path, method, headers, agent });
  };

  const fetch: Fetch = async (url, init) => {
    const { body, signal } = init;
    signal.throwIfAborted();
    let request = open(url, init);
    const abort = () => request.destroy(signal.reason);
    signal.addEventListener("abort", abort);
    try {
      return await exchange(request, body);
    } catch (error) {
      // A connection that was kept had been closed by the server in the meantime: most likely, the request never got there.
      const isStale = request.reusedSocket && (error as NodeJS.ErrnoException).code === "ECONNRESET";
      // Should it have got there, a deletion done twice would find nothing: only the client's own retry knows what that means.
      const isOnce = typeof body === "object" || init.method === "DELETE";
      if (!isStale || signal.aborted || isOnce) throw error;
      request = open(url, init);
      return await exchange(request, body);
    } finally {
      signal.removeEventListener("abort", abort);
    }
  };
  return Object.assign(fetch, {
    runtime: { after: createSpareTimer() },
    close() {
      agent.destroy();
      secureAgent.destroy();
    },
  });
}

/** Behind this, the first slash begins the path. */
const pathSearch = "https://".length;

/** Where an origin leads. */
interface Target {
  readonly host: string;
  readonly port: string;
  readonly isSecure: boolean;
}

function readTarget(origin: string): Target {
  const { protocol, hostname, port } = new URL(origin);
  // An IPv6 address stands in brackets in a URL, and without them for a socket.
  const host = hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
  return { host, port, isSecure: protocol === "https:" };
}

function exchange(request: ClientRequest, body: HttpRequest["body"]): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    request.on("response", (message: IncomingMessage) => resolve(readResponse(message)));
    request.on("error", reject);
    if (body instanceof ReadableStream) pour(body, request);
    else request.end(body);
  });
}

async function pour(body: ReadableStream<Uint8Array>, request: ClientRequest): Promise<void> {
  try {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) request.write(chunk);
    request.end();
  } catch (error) {
    request.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}
