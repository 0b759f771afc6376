/** Shows one line in the place of the last one; undefined removes it. */
export type ShowProgress = (line: string | undefined) => void;

/** How often the line is written anew, in milliseconds. What takes less time shows none. */
const pause = 500;

/**
 * Shows a line while some work lasts, with the seconds that it has taken, and removes it at the end.
 *
 * @param show Undefined where nobody watches.
 * @param look Finds out how far the work is, for the end of the line, once at a time. It is not waited for, and its errors are
 *   ignored. The signal is aborted at the end of the work.
 */
export async function withProgress<T>(
  show: ShowProgress | undefined,
  name: string,
  work: Promise<T>,
  look: (signal: AbortSignal) => Promise<string> = async () => "",
): Promise<T> {
  if (show === undefined) return work;
  const start = Date.now();
  const end = new AbortController();
  let found = "";
  let isLooking = false;
  const update = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      found = await look(end.signal);
    } catch {
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => {
    show(`${name} (${Math.round((Date.now() - start) / 1000)} s)${found}`);
    void update();
  }, pause);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    end.abort();
    show(undefined);
  }
}
