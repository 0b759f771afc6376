/** Shows one line in the place of the last one; undefined removes it. */
export type ShowProgress = (line: string | undefined) => void;

/** How often the line is written anew, in milliseconds. What takes less time shows none. */
const pause = 500;

/**
 * Shows a line while some work lasts, with the seconds that it has taken, and removes it at the end.
 *
 * @param show Undefined where nobody watches.
 * @param look Finds out how far the work is, for the end of the line. It is not waited for, and its errors are ignored.
 */
export async function withProgress<T>(
  show: ShowProgress | undefined,
  name: string,
  work: Promise<T>,
  look: () => Promise<string> = async () => "",
): Promise<T> {
  if (show === undefined) return work;
  const start = Date.now();
  let found = "";
  const timer = setInterval(() => {
    show(`${name} (${Math.round((Date.now() - start) / 1000)} s)${found}`);
    void look().then(
      (text) => {
        found = text;
      },
      () => undefined,
    );
  }, pause);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    show(undefined);
  }
}
