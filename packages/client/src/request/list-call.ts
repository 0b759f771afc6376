import { ownProperties } from "../config/own-properties.js";
import { createInvalidArgumentError } from "../errors/create-errors.js";
import { VinrResponseError } from "../errors/errors.js";
import type { CallResult } from "../response/response-metadata.js";
import { VinrCall } from "./call.js";

/** The structure of every page. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly page: { readonly has_more: boolean; readonly next_cursor: string | null };
}

/** The cursors among the parameters of a list. */
export interface Cursors {
  readonly starting_after?: string | undefined;
  readonly ending_before?: string | undefined;
}

/** Fetches the page at a cursor, with the other parameters of the list. */
type FetchPage<P> = (cursors: Cursors) => Promise<CallResult<P>>;

/**
 * A list call in progress: a promise of its first page, and an iterable of the items of all pages.
 *
 * @example
 * const page = await vinr.payments.list({ limit: 10 });
 * for await (const payment of vinr.payments.list()) console.log(payment.id);
 */
export class VinrListCall<Item, P extends Page<Item> = Page<Item>> extends VinrCall<P> implements AsyncIterable<Item> {
  readonly #cursors: Cursors;
  readonly #fetchPage: FetchPage<P>;

  /** @internal */
  constructor(cursors: Cursors, fetchPage: FetchPage<P>) {
    super(fetchPage(cursors));
    this.#cursors = cursors;
    this.#fetchPage = fetchPage;
  }

  /**
   * Iterates over the items of all pages. Fetches each page once the previous one is used up, from its last item on: to
   * delete items, collect them first with `toArray`.
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* page.data;
  }

  /**
   * Iterates over the pages, from the first to the last.
   *
   * @throws {VinrError} `invalid_argument` with `ending_before`, which selects a single page.
   * @throws {VinrResponseError} `cursor_repeated` or `page_invalid`, if the list would never end or would end too soon, or after
   * 100 empty pages in a row.
   */
  async *pages(): AsyncGenerator<P, void, undefined> {
    let page = await this.then();
    const { ending_before, starting_after } = ownProperties(this.#cursors);
    if (ending_before !== undefined) {
      const message = "A list with ending_before is a single page: await it, or iterate with starting_after.";
      throw createInvalidArgumentError(message);
    }
    const seen = new Set([starting_after]);
    let empty = 0;
    for (;;) {
      const cursor = nextCursor(page);
      // Before the page is given away: whoever gets it may take its items out.
      empty = page.data.length > 0 ? 0 : empty + 1;
      yield page;
      if (cursor === undefined) return;
      if (seen.has(cursor)) throw createListError("cursor_repeated", "a cursor came twice");
      if (empty === 100) throw createListError("page_invalid", "100 pages in a row are empty");
      seen.add(cursor);
      page = (await this.#fetchPage({ starting_after: cursor })).data;
    }
  }

  /** Collects the first items in an array, at most `limit`. */
  async toArray(options: { readonly limit: number }): Promise<Item[]> {
    // The request is already on its way, so its error is reported even if no items are wanted.
    await this.then();
    const limit: unknown = ownProperties(options).limit;
    if (typeof limit !== "number" || !(limit >= 0)) {
      throw createInvalidArgumentError("toArray needs a limit of 0 or more, such as { limit: 100 }.");
    }
    const items: Item[] = [];
    if (limit < 1) return items;
    for await (const item of this) {
      items.push(item);
      if (items.length >= limit) break;
    }
    return items;
  }
}

/** Returns the cursor of the next page; undefined on the last page. */
function nextCursor({ data, page }: Page<unknown>): string | undefined {
  if (Array.isArray(data)) {
    if (page?.has_more === false) return undefined;
    if (page?.has_more === true && isCursor(page.next_cursor)) return page.next_cursor;
  }
  throw createListError("page_invalid", "a page has no data, page.has_more or valid page.next_cursor");
}

/** A cursor is the id of an object, and each is kept until the list has been read. */
function isCursor(value: unknown): value is string {
  return typeof value === "string" && value.length > 0 && value.length < 256;
}

function createListError(code: string, problem: string): VinrResponseError {
  return new VinrResponseError(`The list cannot be read to its end: ${problem}. Report this to VINR's support.`, {
    code,
  });
}
