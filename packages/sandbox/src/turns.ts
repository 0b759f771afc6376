/** Who has a turn for a name, and who waits for one. */
interface Queue {
  running: number;
  readonly waiting: (() => void)[];
}

/** For each name so many at once, the others in the order in which they came. Who waits and is aborted leaves the queue at once. */
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

  /** Runs work when there is a turn for it. Throws the signal's reason where it was aborted before that. */
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
          // The turn has come in the same moment: it is passed on afterwards.
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

  /** Passes a turn on to who waits longest: nobody who comes meanwhile takes it from them. */
  #pass(name: string): void {
    const queue = this.#queues.get(name);
    const next = queue?.waiting.shift();
    if (next !== undefined) next();
    else if (queue !== undefined && --queue.running === 0) this.#queues.delete(name);
  }
}
