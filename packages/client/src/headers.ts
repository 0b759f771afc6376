/** Headers by name; what is undefined is not sent. */
export type HeaderSource = Readonly<Record<string, string | undefined>>;

/**
 * Puts headers together; of two that bear one name, the first stays. Names become lower-case: two spellings of one would
 * be sent as two values.
 */
export function mergeHeaders(...sources: readonly HeaderSource[]): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const source of sources) {
    for (const [name, value] of Object.entries(source)) {
      if (value !== undefined) merged[name.toLowerCase()] ??= value;
    }
  }
  return merged;
}
