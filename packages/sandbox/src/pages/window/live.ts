import type { ChangeFeed } from "./recording/changes.js";

/**
 * The most pages that are kept up to date at once, of all accounts and of one. Further pages stay as they were when
 * they were opened.
 */
const maxStreams = { all: 500, account: 20 };
/** Changes within this time are announced once, in milliseconds. */
const pause = 200;
/** How often something is sent, in milliseconds: proxies close a connection that is idle for long. */
const heartbeat = 20_000;
/** The most messages that wait for a reader that does not take them. */
const maxWaiting = 20;

const headers = {
  "cache-control": "no-store",
  "content-type": "text/event-stream",
  "cross-origin-resource-policy": "same-origin",
  "x-accel-buffering": "no",
  "x-content-type-options": "nosniff",
};

/** Server-sent events: one, without content, for each change in an account. The page then requests its parts again. */
export class LiveStreams {
  readonly #changes: ChangeFeed;
  /** The account of each stream, by the function that ends it. */
  readonly #open = new Map<() => void, string>();

  constructor(changes: ChangeFeed) {
    this.#changes = changes;
  }

  /** A stream of the changes in an account. */
  open(account: string): Response {
    const own = [...this.#open.values()].filter((one) => one === account).length;
    if (this.#open.size < maxStreams.all && own < maxStreams.account) {
      return new Response(this.#createStream(account), { headers });
    }
    return new Response(null, { status: 503, headers: { "cache-control": "no-store", "retry-after": "60" } });
  }

  /** Ends all streams, so that the server can stop. */
  close(): void {
    for (const end of [...this.#open.keys()]) end();
  }

  #createStream(account: string): ReadableStream<Uint8Array> {
    let release = (): void => {};
    return new ReadableStream({
      start: (controller) => {
        const end = (): void => {
          release();
          controller.close();
        };
        const send = (text: string): void => {
          controller.enqueue(new TextEncoder().encode(text));
          if ((controller.desiredSize ?? 0) < -maxWaiting) end();
        };
        release = this.#follow(account, end, send);
        send("retry: 2000\n\n");
      },
      cancel: () => release(),
    });
  }

  /** Sends the changes and the heartbeat, until the returned function is called. */
  #follow(account: string, end: () => void, send: (text: string) => void): () => void {
    let waiting: NodeJS.Timeout | undefined;
    const stop = this.#changes.subscribe(account, () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        send("event: change\ndata:\n\n");
      }, pause);
    });
    const beat = setInterval(() => send(":\n\n"), heartbeat);
    this.#open.set(end, account);
    return () => {
      this.#open.delete(end);
      stop();
      clearTimeout(waiting);
      clearInterval(beat);
    };
  }
}
