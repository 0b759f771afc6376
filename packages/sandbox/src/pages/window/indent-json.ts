/** The most levels that are indented: objects of the API have at most four. */
const maxLevels = 10;

/**
 * JSON with each value on its own line; undefined for a text that is not JSON, or is nested deeply. The sender of a
 * body decides how deep it is, and each level moves all lines within it to the right: 8 kB could become 32 MB.
 */
export function indentJson(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isWithin(maxLevels, value) ? JSON.stringify(value, null, 2) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value is nested in at most this many levels. */
function isWithin(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((one) => isWithin(levels - 1, one));
}
