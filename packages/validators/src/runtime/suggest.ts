import type { ValidationContext } from "./issues.js";

/** Longer names are not compared: the work grows with their length. */
const maxNameLength = 64;

/**
 * The known name that was most likely meant: the same letters in another case or joined differently (`return_url`,
 * `returnUrl`), else the nearest within two edits (a letter added, removed, changed, or two swapped).
 */
export function suggest(name: string, known: readonly unknown[]): string | undefined {
  if (name.length > maxNameLength) return undefined;
  const folded = fold(name);
  // Any short name is within two edits of another: it may differ by a third of its letters.
  for (let edits = 0; edits < 3 && edits * 3 <= folded.length; edits++) {
    for (const one of known) if (isWithin(folded, fold(String(one)), edits)) return String(one);
  }
  return undefined;
}

/** The suggestion for a value that is not one of the known ones; none without a context, or if it is sensitive. */
export const suggestFor = (
  value: unknown,
  context: ValidationContext | undefined,
  known: readonly unknown[],
): string | undefined => (context && !context.hidden && typeof value === "string" ? suggest(value, known) : undefined);

/**
 * The text that was most likely meant by one that is not valid: without the spaces around it, or in another case where only
 * that case is valid, such as `EUR` for `eur`. An id is not corrected: its letters may be of either case.
 */
export function suggestText(text: string, isMeant: (text: string) => boolean): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > maxNameLength) return undefined;
  if (trimmed !== text && isMeant(trimmed)) return trimmed;
  const isOnlyCase = (one: string) =>
    [...one.toUpperCase()].every((letter, i) => {
      const [before, after] = [one.slice(0, i), one.slice(i + 1)];
      return (
        letter === letter.toLowerCase() ||
        isMeant(before + letter + after) !== isMeant(before + letter.toLowerCase() + after)
      );
    });
  return [trimmed.toUpperCase(), trimmed.toLowerCase()].find((one) => isMeant(one) && isOnlyCase(one));
}

const fold = (name: string): string => name.replace(/[_\-\s.]/g, "").toLowerCase();

/** Whether that many edits turn one string into another. The work is bounded by four to the power of the edits. */
export function isWithin(a: string, b: string, edits: number): boolean {
  if (edits === 0 || Math.abs(a.length - b.length) > edits) return a === b;
  if (a === b) return true;
  let i = 0;
  while (a[i] === b[i]) i++;
  const less = (from: number, to: number) => isWithin(a.slice(i + from), b.slice(i + to), edits - 1);
  return less(1, 1) || less(1, 0) || less(0, 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && less(2, 2));
}
