/** How many have a turn for a name, and who waits for one. */
interface Queue {
  running: number;
  readonly waiting: (() => void)[];
}

/**
 * Runs a limited number of tasks at once for each name, the others in the order in which they came. A task that is
 * aborted while it waits leaves the queue at once.
 */
export class Turns {
  readonly #atOnce: number;
  readonly #queues = new Map<string, Queue>();

  constructor(atOnce = 1) {
    this.#atOnce = atOnce;
  }

  /** Whether the next one for the name would have to wait. */
  isFull(name: string): boolean {
    return (this.#queues.get(name)?.running ?? 0) >= this.#atOnce;
  }

  /** Runs work when there is a turn for it. Throws the signal's reason if it is aborted before that. */
  async run<T>(name: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#take(name, signal);
    try {
      return await work();
    } finally {
      this.#pass(name);
    }
  }

  async #take(name: string, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    const queue = this.#queues.get(name) ?? { running: 0, waiting: [] };
    this.#queues.set(name, queue);
    if (queue.running < this.#atOnce) {
      queue.running += 1;
      return;
    }
    const { waiting } = queue;
    let leave = (): void => {};
    try {
      await new Promise<void>((resolve, reject) => {
        waiting.push(resolve);
        leave = () => {
          const place = waiting.indexOf(resolve);
          // The turn came at the same moment: it is passed on afterwards.
          if (place < 0) return;
          waiting.splice(place, 1);
          reject(signal?.reason);
        };
        signal?.addEventListener("abort", leave, { once: true });
      });
    } finally {
      signal?.removeEventListener("abort", leave);
    }
  }

  /** Passes a turn on to whoever has waited longest: nobody who comes meanwhile can take it. */
  #pass(name: string): void {
    const queue = this.#queues.get(name);
    const next = queue?.waiting.shift();
    if (next !== undefined) next();
    else if (queue !== undefined && --queue.running === 0) this.#queues.delete(name);
  }
}
