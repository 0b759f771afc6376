/** Runs a task again and again, but never twice at once, and never loses the last call. */

/**
 * A function that runs the task now, or, while it is running, once more after it. However many calls arrive during
 * a run, one more run sees what all of them saw. The promise settles when nothing is left to do.
 */
export function serialize(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;

  const drain = async (): Promise<void> => {
    do {
      again = false;
      await task();
    } while (again);
  };
  return () => {
    again = true;
    running ??= drain().finally(() => {
      running = undefined;
    });
    return running;
  };
}
