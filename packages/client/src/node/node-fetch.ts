import { type ClientRequest, Agent as HttpAgent, type IncomingMessage, request as requestHttp } from "node:http";
import { type AgentOptions, Agent as HttpsAgent, request as requestHttps } from "node:https";
import type { Fetch, HttpRequest, HttpResponse } from "../http-seam.js";
import { NodeResponse } from "./node-response.js";

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
  const agents = { "http:": new HttpAgent(settings), "https:": new HttpsAgent(settings) };

  const open: Open = (url, { method, headers }) => {
    const { protocol, hostname, port, pathname, search } = url;
    // An IPv6 address stands in brackets in a URL, and without them for a socket.
    const host = hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
    const target = { host, port, path: pathname + search, method, headers };
    return protocol === "https:"
      ? requestHttps({ ...target, agent: agents["https:"] })
      : requestHttp({ ...target, agent: agents["http:"] });
  };

  const fetch: Fetch = async (address, init) => {
    const url = new URL(address);
    try {
      return await exchange(open, url, init);
    } catch (error) {
      if (!(error instanceof StaleConnectionError) || typeof init.body === "object") throw error;
      return await exchange(open, url, init);
    }
  };
  return Object.assign(fetch, {
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  });
}

type Open = (url: URL, init: HttpRequest) => ClientRequest;

/** A connection that was kept had been closed by the server in the meantime: the request never got there. */
class StaleConnectionError extends Error {}

function exchange(open: Open, url: URL, init: HttpRequest): Promise<HttpResponse> {
  const { signal, body } = init;
  return new Promise((resolve, reject) => {
    const request = open(url, init);
    const abort = () => request.destroy(signal.reason);
    const release = () => signal.removeEventListener("abort", abort);
    signal.addEventListener("abort", abort);
    request.once("response", (message: IncomingMessage) => resolve(new NodeResponse(message)));
    request.once("close", release);
    request.once("error", (error: NodeJS.ErrnoException) => {
      const isStale = request.reusedSocket && error.code === "ECONNRESET" && !signal.aborted;
      reject(isStale ? new StaleConnectionError(error.message, { cause: error }) : error);
    });
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
