/** Work that follows when there is time, and that something newer ends. */

export interface Background {
  /** Begins the work; ends what is under way first. */
  start(): Promise<void>;
  /** Ends what is under way, and returns when it has ended. */
  cancel(): Promise<void>;
}

/** `done` is called when the work came to its end, `failed` when it failed; neither when it was ended. */
export function createBackground(
  work: (signal: AbortSignal) => Promise<void>,
  done: () => void,
  failed: (error: unknown) => void,
): Background {
  let controller = new AbortController();
  let running: Promise<void> = Promise.resolve();

  async function cancel(): Promise<void> {
    controller.abort();
    await running;
  }
  return {
    cancel,
    async start() {
      await cancel();
      controller = new AbortController();
      const { signal } = controller;
      running = work(signal).then(
        () => (signal.aborted ? undefined : done()),
        (error: unknown) => (signal.aborted ? undefined : failed(error)),
      );
    },
  };
}
