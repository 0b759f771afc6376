/** Sends requests to the server on trial: bounded in number, rate, time and size, and never to another place. */
import { setTimeout as sleep } from "node:timers/promises";
import { shellWord } from "../emit/literal.ts";
import type { Received } from "../judge/response-judge.ts";
import type { ProofOptions } from "./options.ts";

export interface ProofRequest {
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  /** Below the server's base path, with the query. */
  readonly path: string;
  /** Beside those for the key and the body. */
  readonly headers?: Readonly<Record<string, string>>;
  /** As it is sent. */
  readonly body?: string | undefined;
  /** In place of `Authorization: Bearer <key>`; null sends none. */
  readonly authorization?: string | null;
}

/** A response, and the request that it belongs to. */
export interface ProofResponse extends Received {
  readonly request: ProofRequest;
}

/** Nothing more can be tried: the budget is used, or the server lets nothing through. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** The server did not respond, or not to the end. */
export class NoResponse extends Error {
  override readonly name = "NoResponse";
  readonly request: ProofRequest;
  /** Whether time was up. */
  readonly isLate: boolean;

  constructor(request: ProofRequest, error: unknown, timeout: number) {
    super(reasonOf(error, timeout));
    this.request = request;
    this.isLate = error instanceof Error && error.name === "TimeoutError";
  }
}

/** How often a request is sent again that was limited, or met a server that was busy. */
const maxRetries = 3;
/** The longest wait that a `Retry-After` may ask for, in seconds. */
const longestWait = 60;
/** More than any documented response, in bytes: 100 objects with full metadata. */
const largestBody = 8_000_000;

export class ProofClient {
  readonly #options: ProofOptions;
  #count = 0;
  #next = 0;
  #most: number;

  constructor(options: ProofOptions) {
    this.#options = options;
    this.#most = options.maxRequests;
  }

  /** Allows some requests more, to clean up. */
  extend(count: number): void {
    this.#most += count;
  }

  /** How many requests were sent. */
  get count(): number {
    return this.#count;
  }

  get server(): string {
    return this.#options.server;
  }

  /**
   * Sends a request, again if the server asks for patience by a 429 or a 503, and calls `onReceived` with each response.
   *
   * @throws {Stopped} if no more requests may be sent.
   * @throws {NoResponse} after a time-out or a lost connection.
   */
  async send(request: ProofRequest, onReceived: (received: Received) => void = () => {}): Promise<ProofResponse> {
    for (let attempt = 0; ; attempt++) {
      const received = await this.#sendOrRepeat(request, `${this.server}${request.path}`);
      onReceived(received);
      const isBusy = received.status === 429 || received.status === 503;
      if (!isBusy || (received.status === 503 && attempt === maxRetries)) return { request, ...received };
      if (attempt === maxRetries) {
        throw new Stopped(`the server responded with 429 ${attempt + 1} times in turn; try a smaller --rate`);
      }
      await sleep(1000 * waitOf(received.headers));
    }
  }

  /** Sends a request to the sandbox's control API, which is beside the merchant's. */
  async control(method: string, path: string, body?: unknown): Promise<Received> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const url = `${this.server.replace(/\/v\d+$/, "")}/sandbox${path}`;
    return this.#sendOrRepeat({ operationId: "the control API", method, path, body: text }, url);
  }

  /** The command that repeats a request, without the key. */
  curlOf({ method, path, headers = {}, body, authorization }: ProofRequest): string {
    const key = authorization === undefined ? '"Authorization: Bearer $VINR_SECRET_KEY"' : undefined;
    const others = Object.entries(headers).map(([name, value]) => shellWord(`${name}: ${value}`));
    const all = [
      ...(key === undefined ? [] : [key]),
      ...(typeof authorization === "string" ? [shellWord(`Authorization: ${authorization}`)] : []),
      ...others,
      ...(body === undefined ? [] : [shellWord("Content-Type: application/json")]),
    ];
    const verb = method === "HEAD" ? "--head " : method === "GET" ? "" : `-X ${method} `;
    const data = body === undefined ? "" : ` -d ${shellWord(body)}`;
    return `curl -i ${verb}${shellWord(`${this.server}${path}`)}${all.map((one) => ` -H ${one}`).join("")}${data}`;
  }

  /** A server may close a connection just when it is used again: a request whose connection was lost is sent once more. */
  async #sendOrRepeat(request: ProofRequest, url: string): Promise<Received> {
    return this.#sendOnce(request, url).catch((error: unknown) => {
      if (error instanceof NoResponse && !error.isLate) return this.#sendOnce(request, url);
      throw error;
    });
  }

  async #sendOnce(request: ProofRequest, url: string): Promise<Received> {
    await this.#takeTurn();
    const { method, body, authorization = `Bearer ${this.#options.key}` } = request;
    const headers = new Headers({ accept: "application/json", ...request.headers });
    if (authorization !== null) headers.set("authorization", authorization);
    if (body !== undefined) headers.set("content-type", "application/json");
    const signal = AbortSignal.timeout(1000 * this.#options.timeout);
    try {
      // A key is not sent on to where nobody asked for it.
      const response = await fetch(url, { method, headers, body: body ?? null, signal, redirect: "manual" });
      return { status: response.status, headers: response.headers, text: await readText(response) };
    } catch (error) {
      throw new NoResponse(request, error, this.#options.timeout);
    }
  }

  async #takeTurn(): Promise<void> {
    if (this.#count >= this.#most) {
      throw new Stopped(`the ${this.#options.maxRequests} requests of --max-requests are used`);
    }
    this.#count += 1;
    const now = Date.now();
    const turn = Math.max(now, this.#next);
    this.#next = turn + 1000 / this.#options.rate;
    if (turn > now) await sleep(turn - now);
  }
}

function waitOf(headers: Headers): number {
  const seconds = Number(headers.get("retry-after") ?? 1);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, longestWait) : 1;
}

async function readText({ body }: Response): Promise<string> {
  if (body === null) return "";
  const [reader, decoder] = [body.getReader(), new TextDecoder()];
  let [text, size] = ["", 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > largestBody) {
      await reader.cancel();
      throw new Error(`the body is longer than ${largestBody} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

function reasonOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no whole response came within ${timeout} s`;
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}
