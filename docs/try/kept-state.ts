/// <reference lib="dom" />
/**
 * Keeps the sandbox of a tab from page to page. `sessionStorage` belongs to one tab and outlives a reload; a copy of the tab
 * begins with a copy of it, and from then on each goes its own way.
 */

const key = "vinr-try-sandbox";

/** The snapshot that this tab kept; undefined where there is none, or where the browser keeps nothing. */
export function readKept(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Whether a snapshot is kept: a browser may allow no storage, or not so much. */
export function keep(snapshot: string): boolean {
  try {
    sessionStorage.setItem(key, snapshot);
    return true;
  } catch {
    return false;
  }
}
