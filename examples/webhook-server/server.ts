import { createServer, type IncomingMessage, type Server } from "node:http";
import { constructEvent, type Event, isVinrError } from "@vinr/client";

export interface WebhookServerOptions {
  /** The endpoint's signing secret, `whsec_…`. */
  readonly secret: string | undefined;
  /** What to do with an event, once for each. What it throws makes VINR deliver the event again later. */
  readonly handle: (event: Event) => Promise<void>;
  /** Is told what went wrong. Default: the console. */
  readonly report?: (error: unknown) => void;
}

/** A server that verifies VINR's deliveries and handles each event once. */
export function createWebhookServer({ secret, handle, report = console.error }: WebhookServerOptions): Server {
  // In production, a table with a unique column: it outlives this process and is shared by all of them.
  const handled = new Set<string>();

  async function answer(request: IncomingMessage): Promise<number> {
    if (request.method !== "POST" || request.url !== "/webhooks/vinr") return 404;
    const { "x-vinr-signature": signature, "x-vinr-timestamp": timestamp } = request.headers;
    const event = constructEvent(await readRawBody(request), signature, timestamp, secret);
    if (handled.has(event.id)) return 200;
    handled.add(event.id);
    try {
      await handle(event);
      return 200;
    } catch (error) {
      handled.delete(event.id);
      throw error;
    }
  }

  return createServer(async (request, response) => {
    try {
      response.writeHead(await answer(request)).end();
    } catch (error) {
      report(error);
      response.writeHead(isVinrError(error) ? 400 : 500).end();
    }
  });
}

/** The body as it came: the signature is over these bytes, so nothing may parse them before. */
async function readRawBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
