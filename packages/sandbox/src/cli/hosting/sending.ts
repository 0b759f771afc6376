import { ServerResponse } from "node:http";
import type { Http2ServerResponse } from "node:http2";
import type { Socket } from "node:net";

type Outgoing = Http2ServerResponse | ServerResponse;

/** How much a client can keep waiting. Absent: there is no limit. */
export interface SendingLimits {
  /** A response that takes longer is cut off, in milliseconds. */
  readonly longest?: number;
  /**
   * The most responses of one connection that wait to be sent. Node reads a packet with a thousand requests before it
   * stops, and would keep all of them for a client that reads nothing; browsers and clients send one request after
   * another.
   */
  readonly unsent?: number;
}

/**
 * Tracks which responses are still being sent. A large one waits in memory for a client that reads slowly, or not at
 * all; a small one goes to the operating system at once.
 */
export class Sending {
  readonly #outgoing = new WeakMap<Request, Outgoing>();
  readonly #limits: SendingLimits;
  /**
   * The responses on a connection that have not ended: a client may send more requests before it has the first
   * response.
   */
  readonly #unsent = new WeakMap<Socket, Set<ServerResponse>>();

  constructor(limits: SendingLimits = {}) {
    this.#limits = limits;
  }

  /** Notes on which connection the response of a request will be sent. */
  note(request: Request, outgoing: Outgoing): void {
    this.#outgoing.set(request, outgoing);
  }

  /** Returns when a response has been sent, or its client has left. A live page has limits of its own. */
  async end(request: Request, response: Response): Promise<void> {
    const outgoing = this.#outgoing.get(request);
    if (outgoing === undefined || isClosed(outgoing) || isEndless(response)) return;
    const { longest } = this.#limits;
    const timer = longest === undefined ? undefined : setTimeout(() => cutOff(outgoing), longest);
    await new Promise<void>((resolve) => outgoing.once("close", () => resolve()));
    clearTimeout(timer);
  }

  /**
   * Counts a response on its connection. Returns whether it can be sent: a connection whose client asks for too much at
   * once is cut. When a connection is lost, Node closes only the response that is being sent; those that wait for their
   * turn are closed here.
   */
  admits(outgoing: ServerResponse): boolean {
    const { socket } = outgoing.req;
    const known = this.#unsent.get(socket);
    const unsent = known ?? new Set<ServerResponse>();
    if (unsent.size >= (this.#limits.unsent ?? Number.POSITIVE_INFINITY)) socket.destroy();
    // The rest of the packet is still read.
    if (socket.destroyed) return false;
    unsent.add(outgoing);
    outgoing.once("close", () => unsent.delete(outgoing));
    if (known !== undefined) return true;
    this.#unsent.set(socket, unsent);
    socket.once("close", () => {
      for (const one of unsent) if (one.socket === null) one.emit("close");
    });
    return true;
  }
}

/** A response that waits for its turn has no connection of its own yet. */
function isClosed(outgoing: Outgoing): boolean {
  return outgoing.destroyed || (outgoing instanceof ServerResponse && outgoing.req.socket.destroyed);
}

function cutOff(outgoing: Outgoing): void {
  if (outgoing instanceof ServerResponse) outgoing.req.socket.destroy();
  else outgoing.destroy();
}

function isEndless({ headers }: Response): boolean {
  return headers.get("content-type") === "text/event-stream";
}
