/** Headers by name. An undefined value is not sent. */
export type HeaderSource = Readonly<Record<string, string | undefined>>;

/** Merges headers; the first of two with the same name wins. Names become lower-case, so that each is sent once. */
export function mergeHeaders(...sources: readonly HeaderSource[]): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const source of sources) {
    for (const [name, value] of Object.entries(source)) {
      const lower = name.toLowerCase();
      if (value !== undefined && !Object.hasOwn(merged, lower)) merged[lower] = value;
    }
  }
  return merged;
}
