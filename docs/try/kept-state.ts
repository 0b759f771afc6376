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

/**
 * Keeps a snapshot; false where the browser allows no storage, or not so much. The older one is gone then too: a reload that goes
 * back to an earlier time would surprise more than one that begins anew.
 */
export function keep(snapshot: string): boolean {
  try {
    sessionStorage.removeItem(key);
    sessionStorage.setItem(key, snapshot);
    return true;
  } catch {
    return false;
  }
}
