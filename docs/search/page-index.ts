/// <reference lib="dom" />
/** The index that Pagefind made of the built site, loaded when the first reader searches. */
import { type Kind, weights } from "./kinds.ts";
import { rankPages } from "./rank-pages.ts";
import { toTerms } from "./search-terms.ts";

/** A part of Pagefind's interface: https://pagefind.app/docs/api/ */
interface Pagefind {
  init(): Promise<void>;
  search(term: string | null, options?: { filters: Record<string, string> }): Promise<{ results: readonly Result[] }>;
}

interface Result {
  readonly id: string;
  readonly score: number;
  data(): Promise<PageData>;
}

interface PageData {
  readonly url: string;
  readonly meta: { readonly title: string };
  /** HTML: text, and the matches in `<mark>`. */
  readonly excerpt: string;
  readonly sub_results: readonly Section[];
  /** Every element of the page that has an id, by its place among the words. */
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

/** The part of a page below a heading. */
interface Section {
  readonly title: string;
  readonly url: string;
  readonly anchor?: { readonly location: number };
  /** The matches: their places among the words of the page, and how well they fit. */
  readonly weighted_locations: readonly { readonly location: number; readonly balanced_score: number }[];
}

/** A page that was found. */
export interface FoundPage {
  readonly title: string;
  readonly url: string;
  readonly kind: Kind;
  readonly excerpt: string;
  /** The parts of the page that have the words. */
  readonly sections: readonly { readonly title: string; readonly url: string }[];
}

export interface Found {
  readonly total: number;
  /** The best pages. */
  readonly pages: readonly FoundPage[];
}

/** Searches the site. */
export interface PageIndex {
  /** The best pages for what a reader typed; at most `limit`. */
  search(query: string, limit: number): Promise<Found>;
}

/** Loads the index. @throws if it cannot be fetched. */
export async function loadPageIndex(): Promise<PageIndex> {
  const address = "/pagefind/pagefind.js";
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.init();
  const kinds = await readKinds(pagefind);
  return {
    async search(query, limit) {
      const terms = toTerms(query);
      if (terms.length === 0) return { total: 0, pages: [] };
      const results = new Map(
        await Promise.all(terms.map(async (term) => [term, (await pagefind.search(term)).results] as const)),
      );
      // Its results mark all of the words, where a page has them all.
      const whole = (await pagefind.search(terms.join(" "))).results;
      const ranked = rankPages(results, kinds);
      const pages = ranked.slice(0, limit).map(async ({ id, bestTerm }) => {
        const isPage = (result: Result): boolean => result.id === id;
        const result = whole.find(isPage) ?? results.get(bestTerm)?.find(isPage);
        return result === undefined ? [] : [toFoundPage(await result.data(), kinds.get(id) ?? "More")];
      });
      return { total: ranked.length, pages: (await Promise.all(pages)).flat() };
    },
  };
}

/** The kind of each page, which a result does not tell before its page is loaded. */
async function readKinds(pagefind: Pagefind): Promise<ReadonlyMap<string, Kind>> {
  const kinds = new Map<string, Kind>();
  for (const kind of Object.keys(weights) as Kind[]) {
    const { results } = await pagefind.search(null, { filters: { kind } });
    for (const { id } of results) kinds.set(id, kind);
  }
  return kinds;
}

function toFoundPage({ url, meta: { title }, excerpt, sub_results, anchors }: PageData, kind: Kind): FoundPage {
  const parts = sub_results.filter((section) => section.url.includes("#") && section.title !== title);
  return { title, url, kind, excerpt, sections: parts.slice(0, 2).map((section) => leadToField(section, anchors)) };
}

/** A section, or the field in it that has the best match: the link then opens what is folded around the field. */
function leadToField(section: Section, anchors: PageData["anchors"]): FoundPage["sections"][number] {
  const { title, url, anchor, weighted_locations: matches } = section;
  const best = matches.reduce((a, b) => (b.balanced_score > a.balanced_score ? b : a), matches[0] ?? noMatch);
  const fields = anchors.filter(
    ({ element, location }) =>
      element === "code" && location <= best.location && location > (anchor?.location ?? best.location),
  );
  const field = fields.at(-1);
  if (field === undefined) return { title, url };
  return { title: `${title}: ${field.text}`, url: `${url.replace(/#.*/, "")}#${field.id}` };
}

const noMatch = { location: -1, balanced_score: 0 };
