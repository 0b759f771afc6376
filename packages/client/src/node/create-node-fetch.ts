import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { Dispatcher, EnvHttpProxyAgent } from "undici";
import { ownProperties } from "../config/own-properties.js";
import { isThisMachine } from "../config/this-machine.js";
import { readVariable } from "../config/variables.js";
import type { Fetch, HttpRequest, HttpResponse } from "../transport/transport.js";
import { acceptedEncodings, decodeBody } from "./decode-body.js";
import { loadUndici } from "./load-undici.js";

const undici = loadUndici();

/**
 * The options of undici's `EnvHttpProxyAgent`, such as `connections` (per server; default here: 256), `connect` with the
 * options of a TLS socket, such as `{ ca }`, and `allowH2` (default: false) for HTTP/2.
 */
export type NodeFetchOptions = EnvHttpProxyAgent.Options;

/** A transport with a connection pool of its own: the option `fetch` of a client. */
export interface NodeFetch extends Fetch {
  /** Waits for running requests, then closes all connections. Idle connections do not keep the process alive. */
  close(): Promise<void>;
}

/**
 * Where requests go. What is set here, undici does not look for on `Object.prototype`, where another library's input may have
 * named a proxy or socket: it would get the key.
 */
const unset = {
  tls: undefined,
  // A copy that undici makes would not have it, if it were undefined.
  socketPath: null,
  proxyTls: undefined,
  proxyTunnel: undefined,
  // Of a proxy: undici adds its password to these, and every object would inherit that.
  headers: undefined,
  auth: undefined,
  token: undefined,
  username: undefined,
  password: undefined,
} as object;

/** The same for TLS: whom a connection trusts, and by which name. */
function peerOf(options: object | null | undefined): object {
  return ownProperties({ ca: undefined, servername: undefined, ...options });
}

/** The same for what a request consists of: undici's dispatcher for proxies makes copies that inherit again. */
const unsetInRequest = { query: undefined, servername: undefined, upgrade: undefined } as object;

/** The connections to a proxy. If it closes one instead of a tunnel, undici would try again at once and without end, also after the call. */
function createProxyPool(proxy: URL, options: object): Dispatcher {
  const pool = new undici.Pool(proxy, options);
  const connect = pool.connect.bind(pool) as (to: Dispatcher.ConnectOptions) => Promise<Dispatcher.ConnectData>;
  const connectOnce = (to: Dispatcher.ConnectOptions) =>
    connect(to).catch((error) => {
      throw error.code === "UND_ERR_SOCKET" ? new Error("the proxy closed the connection instead of a tunnel") : error;
    });
  return Object.assign(pool, { connect: connectOnce as Dispatcher["connect"] });
}

/**
 * Creates a transport on undici. It keeps connections alive, decompresses responses, and uses the proxies in the
 * environment variables `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`; plain http to this machine never uses a proxy. It does not
 * follow redirects.
 *
 * @example
 * import { createNodeFetch } from "@vinr/client/node";
 *
 * const vinr = new Vinr({ secretKey, fetch: createNodeFetch({ connections: 20 }) });
 */
export function createNodeFetch(given: NodeFetchOptions = {}): NodeFetch {
  const options = ownProperties(given);
  const { connect, proxyTls } = options;
  // An empty text stands for none; for undefined, undici looks in the environment, which inherits.
  const httpProxy = options.httpProxy ?? readVariable("http_proxy") ?? readVariable("HTTP_PROXY") ?? "";
  const httpsProxy = options.httpsProxy ?? readVariable("https_proxy") ?? readVariable("HTTPS_PROXY") ?? "";
  const noProxy = options.noProxy ?? readVariable("no_proxy") ?? readVariable("NO_PROXY") ?? "";
  const isSocks = [httpProxy, httpsProxy].some((url) => /^\s*socks/i.test(url));
  const common = {
    ...unset,
    connections: 256,
    // The client has timeouts of its own, and they may be longer.
    headersTimeout: 0,
    bodyTimeout: 0,
    clientFactory: createProxyPool,
    ...options,
    connect: typeof connect === "function" ? connect : peerOf(connect),
  };
  const direct = new undici.Agent(common);
  const proxied = new undici.EnvHttpProxyAgent({
    ...common,
    httpProxy,
    httpsProxy,
    noProxy,
    // Through a proxy, undici takes the TLS options of the connection to VINR from here.
    requestTls: peerOf(options.requestTls ?? (typeof connect === "object" ? connect : undefined)),
    // Where there are any for a SOCKS proxy, undici speaks TLS with it.
    ...((proxyTls || !isSocks) && { proxyTls: peerOf({ socketPath: null, ...proxyTls }) }),
  });

  const fetch: Fetch = async (url, { method, headers, body, signal }) => {
    const to = new URL(url);
    const { protocol, origin, pathname, search } = to;
    const options: Dispatcher.RequestOptions = {
      ...unsetInRequest,
      origin,
      path: pathname + search,
      method: method as Dispatcher.HttpMethod,
      headers: { "accept-encoding": acceptedEncodings, ...headers },
      body: toNodeBody(body),
      signal,
    };
    // A proxy elsewhere would read the key, which goes without TLS because it stays here.
    const dispatcher = protocol === "http:" && isThisMachine(to) ? direct : proxied;
    const response: Dispatcher.ResponseData = await dispatcher.request(ownProperties(options));
    return new NodeResponse(response, signal);
  };
  const close = async () => void (await Promise.all([direct.close(), proxied.close()]));
  return Object.assign(fetch, { close });
}

function toNodeBody(body: HttpRequest["body"]): Readable | Uint8Array | string | null {
  return body instanceof ReadableStream ? Readable.from(body as unknown as AsyncIterable<Uint8Array>) : (body ?? null);
}

/** A response that creates its `Headers` only if they are read. */
class NodeResponse implements HttpResponse {
  readonly status: number;
  readonly #response: Dispatcher.ResponseData;
  readonly #signal: AbortSignal;
  #headers: Headers | undefined;
  #body: AsyncIterable<Uint8Array> | undefined;

  constructor(response: Dispatcher.ResponseData, signal: AbortSignal) {
    this.status = response.statusCode;
    this.#response = response;
    this.#signal = signal;
  }

  get headers(): Headers {
    this.#headers ??= toHeaders(this.#response.headers);
    return this.#headers;
  }

  /** The bytes, decompressed while they arrive. */
  get body(): AsyncIterable<Uint8Array> {
    this.#body ??= decodeBody(this.#response, this.#signal);
    return this.#body;
  }

  text(): Promise<string> {
    return text(this.body);
  }
}

function toHeaders(fields: Dispatcher.ResponseData["headers"]): Headers {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value ?? []].flat().map((item): [string, string] => [name, item]),
  );
  return new Headers(pairs);
}
