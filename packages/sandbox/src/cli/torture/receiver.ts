import { type ClientRequest, request as requestOverHttp } from "node:http";
import { request as requestOverHttps } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { signBody } from "@vinr/server/internal";

/** The status with which a receiver responded to a request, or how it failed to respond. */
export type Reaction = number | "cannot be reached" | "closed the connection" | "no response within 5 s";

/** How a request differs from those that VINR sends. */
export interface Changes {
  /** Signs with these secrets, in this order. Default: the receiver's own. */
  readonly secrets?: readonly string[];
  /** How far the timestamp is from now, in seconds. Default: 0. */
  readonly age?: number;
  /** The body that is sent. Default: the one that is signed. */
  readonly sent?: string;
  /** Headers that are sent instead; undefined for one that is missing. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** How long VINR waits for a response, in milliseconds. */
const timeout = 5_000;

/** The number of pieces of a slow body. */
const pieces = 8;

/** The webhook handler under test: its address, and the secret that it verifies with. */
export class Receiver {
  readonly url: URL;
  readonly secret: string;
  readonly #pause: number;

  /** `pause` is how long a slow body waits before each of its pieces, in milliseconds. */
  constructor(url: URL, secret: string, { pause = 200 }: { readonly pause?: number } = {}) {
    this.url = url;
    this.secret = secret;
    this.#pause = pause;
  }

  /** Sends an event as VINR does, except for the changes. */
  deliver(event: object, changes: Changes = {}): Promise<Reaction> {
    return this.send(JSON.stringify(event), changes);
  }

  /** Sends a body, signed as VINR signs events, except for the changes. */
  async send(body: string, changes: Changes = {}): Promise<Reaction> {
    const { sent = body } = changes;
    try {
      const response = await fetch(this.url, {
        method: "POST",
        headers: await this.#headersOf(body, changes),
        body: sent === "" ? null : sent,
        redirect: "manual",
        signal: AbortSignal.timeout(timeout),
      });
      await response.body?.cancel();
      return response.status;
    } catch (error) {
      return reactionOf(error);
    }
  }

  /** Sends an event whose body comes slowly. */
  async deliverSlowly(event: object): Promise<Reaction> {
    const body = Buffer.from(JSON.stringify(event));
    const headers = { ...(await this.#headersOf(body.toString(), {})), "content-length": String(body.length) };
    const open = this.url.protocol === "https:" ? requestOverHttps : requestOverHttp;
    const signal = AbortSignal.timeout(timeout + pieces * this.#pause);
    const request = open(this.url, { method: "POST", headers, signal, agent: false });
    const status = statusOf(request);
    const size = Math.ceil(body.length / pieces);
    try {
      for (let start = 0; start < body.length; start += size) {
        await Promise.race([sleep(this.#pause), status]);
        request.write(body.subarray(start, start + size));
      }
      request.end();
      return await status;
    } catch (error) {
      return reactionOf(error);
    } finally {
      request.destroy();
    }
  }

  async #headersOf(
    body: string,
    { secrets = [this.secret], age = 0, headers = {} }: Changes,
  ): Promise<Record<string, string>> {
    const signed = await signBody(body, secrets, Date.now() - age * 1000);
    const all = { ...signed.headers, ...headers };
    return Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
  }
}

/**
 * The status of a response. A connection that is upgraded, or that just ends, has none, and Node reports neither as an
 * error.
 */
function statusOf(request: ClientRequest): Promise<number> {
  return new Promise((resolve, reject) => {
    const end = () => reject(Object.assign(new Error("There was no response."), { code: "ECONNRESET" }));
    request.on("response", ({ statusCode = 0 }) => resolve(statusCode));
    request.on("upgrade", (_, socket) => {
      socket.destroy();
      end();
    });
    request.on("close", end);
    // Kept until the end: a receiver may respond, and close the connection on the rest of the body.
    request.on("error", reject);
  });
}

function reactionOf(error: unknown): Reaction {
  if (!(error instanceof Error)) throw error;
  if (/^(?:AbortError|TimeoutError)$/.test(error.name)) return "no response within 5 s";
  const { code } = (error.cause ?? error) as { readonly code?: unknown };
  return /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/.test(String(code)) ? "closed the connection" : "cannot be reached";
}
