import { createServer, type IncomingMessage, type Server } from "node:http";
import { constructEvent, type Event, isVinrWebhookError } from "@vinr/client";

export interface WebhookServerOptions {
  /** The endpoint's signing secret, `whsec_…`. */
  readonly secret: string | undefined;
  /** Handles each event once. If it throws, VINR delivers the event again later. */
  readonly handle: (event: Event) => Promise<void>;
  /** Reports an error. Default: console.error. */
  readonly report?: (error: unknown) => void;
}

/** A server that verifies VINR's deliveries and handles each event once. */
export function createWebhookServer({ secret, handle, report = console.error }: WebhookServerOptions): Server {
  // In production, a table with a unique column, written in the transaction of the work: it survives restarts and is
  // shared by all processes.
  const handled = new Map<string, Promise<void>>();

  /** Handles an event, or waits for the one who handles it already: both have the same outcome. */
  function handleOnce(event: Event): Promise<void> {
    const known = handled.get(event.id);
    if (known) return known;
    const handling = handle(event);
    handled.set(event.id, handling);
    handling.catch(() => handled.delete(event.id));
    return handling;
  }

  async function respond(request: IncomingMessage): Promise<number> {
    if (request.method !== "POST" || request.url !== "/webhooks/vinr") return 404;
    const { "x-vinr-signature": signature, "x-vinr-timestamp": timestamp } = request.headers;
    if (!signature || !timestamp) return 400;
    const body = await readRawBody(request);
    if (body === undefined) return 413;
    const event = constructEvent(body, signature, timestamp, secret);
    // Only now: an event for which VINR got a 2xx does not come again.
    await handleOnce(event);
    return 200;
  }

  return createServer(async (request, response) => {
    try {
      response.writeHead(await respond(request)).end();
    } catch (error) {
      report(error);
      response.writeHead(isVinrWebhookError(error) ? 400 : 500).end();
    }
  });
}

/** The largest body that is read, in bytes; no event comes near it. */
const maxBytes = 1_048_576;

/** Reads the raw body; undefined if it is too large. The signature covers these bytes, so nothing may parse them first. */
async function readRawBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  let body = Buffer.alloc(0);
  let size = 0;
  for await (const chunk of request) {
    const end = size + chunk.length;
    // Leaving the loop closes the connection.
    if (end > maxBytes) return undefined;
    // Chunks are copied, not kept: each takes a hundred bytes, and the sender decides how many there are.
    if (end > body.length) body = Buffer.concat([body], 2 * end);
    body.set(chunk, size);
    size = end;
  }
  return body.subarray(0, size);
}
