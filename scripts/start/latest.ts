/**
 * Returns a function that runs a task now or, while it is running, once more after it: however many calls arrive during a
 * run, one more run sees the state that all of them left. The promise settles when nothing is left to do.
 */
export function runLatest(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isStale = false;
  const drain = async (): Promise<void> => {
    do {
      isStale = false;
      await task();
    } while (isStale);
  };
  return () => {
    isStale = true;
    running ??= drain().finally(() => {
      running = undefined;
    });
    return running;
  };
}
