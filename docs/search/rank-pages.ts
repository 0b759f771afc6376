import { type Kind, weights } from "./kinds.ts";

/** A page that has a term, and how well it fits. */
export interface Match {
  readonly id: string;
  readonly score: number;
}

/** A page that has any of the terms. */
export interface RankedPage {
  readonly id: string;
  readonly score: number;
  /** The term that says most about the page. */
  readonly bestTerm: string;
}

/**
 * Ranks pages by the matches of each term. A page need not have every term: a rare one counts for more than a common one, and a
 * guide for more than a schema. The best page is the first.
 */
export function rankPages(
  matchesOf: ReadonlyMap<string, readonly Match[]>,
  kinds: ReadonlyMap<string, Kind>,
): readonly RankedPage[] {
  const pages = new Map<string, RankedPage & { readonly best: number }>();
  for (const [term, matches] of matchesOf) {
    const rarity = Math.log(1 + kinds.size / (1 + matches.length));
    const top = Math.max(...matches.map(({ score }) => score));
    for (const { id, score } of matches) {
      const gain = (score / top) * rarity;
      const page = pages.get(id);
      const isBetter = page === undefined || gain > page.best;
      pages.set(id, {
        id,
        score: (page?.score ?? 0) + gain,
        bestTerm: isBetter ? term : page.bestTerm,
        best: isBetter ? gain : page.best,
      });
    }
  }
  return [...pages.values()]
    .map(({ id, score, bestTerm }) => ({ id, score: score * weights[kinds.get(id) ?? "More"], bestTerm }))
    .sort((a, b) => b.score - a.score);
}
