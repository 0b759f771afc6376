/** One after another for each name. Who waits and is aborted leaves the queue at once, and is kept by nothing. */
export class Turns {
  /** Those who wait, by the names of which somebody has the turn. */
  readonly #waiting = new Map<string, (() => void)[]>();

  /** Runs work when all that came before for the name has ended. Throws the signal's reason where it was aborted before that. */
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
    const waiting = this.#waiting.get(name);
    if (waiting === undefined) {
      this.#waiting.set(name, []);
      return;
    }
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

  #pass(name: string): void {
    const next = this.#waiting.get(name)?.shift();
    if (next === undefined) this.#waiting.delete(name);
    else next();
  }
}
