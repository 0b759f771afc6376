/**
 * Runs tasks with the same name one after another, in the order in which they came. Tasks with different names do not
 * wait for each other.
 */
export class Queue {
  readonly #last = new Map<string, Promise<void>>();

  run<T>(name: string, task: () => Promise<T>): Promise<T> {
    const result = (this.#last.get(name) ?? Promise.resolve()).then(task);
    const forget = () => this.#forget(name, ended);
    const ended: Promise<void> = result.then(forget, forget);
    this.#last.set(name, ended);
    return result;
  }

  /** Returns when all tasks have ended. */
  async drain(): Promise<void> {
    await Promise.all(this.#last.values());
  }

  /** A name whose last task has ended takes no memory. */
  #forget(name: string, ended: Promise<void>): void {
    if (this.#last.get(name) === ended) this.#last.delete(name);
  }
}
