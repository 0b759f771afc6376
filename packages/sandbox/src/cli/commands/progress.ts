/** Shows one line in the place of the last one; undefined removes it. */
export type ShowProgress = (line: string | undefined) => void;

/** How often the line is rewritten, in milliseconds. Work that takes less time shows no line. */
const pause = 500;

/**
 * Shows a line while work runs, with the seconds that it has taken, and removes it at the end.
 *
 * @param show Undefined if nobody watches.
 * @param look Finds the progress of the work, for the end of the line, one call at a time. It is not awaited, and its
 *   errors are ignored. The signal is aborted at the end of the work.
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
