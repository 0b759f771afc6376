/** Names longer than this are not compared: the work grows with the product of both lengths. */
const longestName = 64;
/** No more known names than this are compared. */
const mostNames = 200;

/**
 * The known name that was most likely meant: the same letters in another case or joined otherwise (`return_url`,
 * `returnUrl`), else the nearest within two edits (a letter more, less, changed, or two swapped).
 */
export function suggest(name: string, known: readonly string[]): string | undefined {
  if (name.length > longestName) return undefined;
  const folded = fold(name);
  const same = known.find((candidate) => candidate.length <= longestName && fold(candidate) === folded);
  if (same !== undefined) return same;
  let nearest: string | undefined;
  // A short name is within two edits of anything: it may differ by a third of its letters.
  let least = Math.min(2, Math.floor(folded.length / 3)) + 1;
  for (const candidate of known.slice(0, mostNames)) {
    if (candidate.length > longestName) continue;
    const distance = editDistance(folded, fold(candidate), least);
    if (distance < least) {
      nearest = candidate;
      least = distance;
    }
  }
  return nearest;
}

function fold(name: string): string {
  return name.replace(/[_\-\s.]/g, "").toLowerCase();
}

/** Damerau–Levenshtein distance (optimal string alignment), `limit` where it is that or more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(changed, at(last, j) + 1, at(row, j - 1) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, at(beforeLast, j - 2) + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return Math.min(limit, at(last, b.length));
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
