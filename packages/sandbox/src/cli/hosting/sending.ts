import type { ServerResponse } from "node:http";

/**
 * Knows which responses are still being sent. One that is large waits in memory for a client that reads slowly, or not at all;
 * one that is small is with the system at once.
 */
export class Sending {
  readonly #outgoing = new WeakMap<Request, ServerResponse>();
  readonly #longest: number | undefined;

  /** A response that takes more than the milliseconds is cut off. Undefined: none is. */
  constructor(longest?: number) {
    this.#longest = longest;
  }

  /** Notes on which connection the response of a request will be sent. */
  note(request: Request, outgoing: ServerResponse): void {
    this.#outgoing.set(request, outgoing);
  }

  /** Returns when a response has been sent, or its client has left. A page that is kept up to date has limits of its own. */
  async end(request: Request, response: Response): Promise<void> {
    const outgoing = this.#outgoing.get(request);
    if (outgoing === undefined || outgoing.destroyed || isEndless(response)) return;
    const timer = this.#longest === undefined ? undefined : setTimeout(() => outgoing.destroy(), this.#longest);
    await new Promise<void>((resolve) => outgoing.once("close", () => resolve()));
    clearTimeout(timer);
  }
}

function isEndless({ headers }: Response): boolean {
  return headers.get("content-type") === "text/event-stream";
}
