import type { Trail } from "./issues.js";

/** A name longer than this is not compared: the work grows with its length. */
const longestName = 64;
/**
 * The known name that was most likely meant: the same letters in another case or joined otherwise (`return_url`,
 * `returnUrl`), else the nearest within two edits (a letter more, less, changed, or two swapped).
 */
export function suggest(name: string, known: readonly unknown[]): string | undefined {
  if (name.length > longestName) return undefined;
  const folded = fold(name);
  // A short name is within two edits of anything: it may differ by a third of its letters.
  for (let edits = 0; edits < 3 && edits * 3 <= folded.length; edits++) {
    for (const one of known) if (isWithin(folded, foldKnown(String(one)), edits)) return String(one);
  }
  return undefined;
}

/** What was most likely meant by a value that is none of the known ones, where its issue may tell. */
export const meantBy = (got: unknown, at: Trail | undefined, known: readonly unknown[]): string | undefined =>
  at && !at.hidden && typeof got === "string" ? suggest(got, known) : undefined;

const fold = (name: string): string => name.replace(/[_\-\s.]/g, "").toLowerCase();

/** Folded names that the specification knows, which are few. */
const folds = new Map<string, string>();

function foldKnown(name: string): string {
  const known = folds.get(name);
  if (known !== undefined) return known;
  const folded = fold(name);
  folds.set(name, folded);
  return folded;
}

/** Whether a text becomes another with so many edits. The work is bounded by four to the power of the edits. */
export function isWithin(a: string, b: string, edits: number): boolean {
  if (edits === 0 || Math.abs(a.length - b.length) > edits) return a === b;
  if (a === b) return true;
  let i = 0;
  while (a[i] === b[i]) i++;
  const less = (from: number, to: number) => isWithin(a.slice(i + from), b.slice(i + to), edits - 1);
  return less(1, 1) || less(1, 0) || less(0, 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && less(2, 2));
}
