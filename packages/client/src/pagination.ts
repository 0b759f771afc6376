import { VinrCall } from "./call.js";
import { VinrResponseError } from "./errors.js";
import type { Outcome } from "./outcome.js";
import { invalidArgument } from "./prepare.js";

/** What the pages of every list have in common. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly page: { readonly has_more: boolean; readonly next_cursor: string | null };
}

/** Where a list begins. */
export interface Cursors {
  readonly starting_after?: string | undefined;
  readonly ending_before?: string | undefined;
}

/** Asks for a page: the parameters of the list, with this cursor in place of its own. */
type Send<P> = (cursor: Cursors) => Promise<Outcome<P>>;

/**
 * A list call under way: a promise of its first page, and an iterable of the items of all pages.
 *
 * @example
 * const page = await vinr.payments.list({ limit: 10 });
 * for await (const payment of vinr.payments.list()) console.log(payment.id);
 */
export class VinrListCall<Item, P extends Page<Item> = Page<Item>> extends VinrCall<P> implements AsyncIterable<Item> {
  readonly #params: Cursors;
  readonly #send: Send<P>;

  /** @internal */
  constructor(params: Cursors, sendPage: Send<P>) {
    super(sendPage(params));
    this.#params = params;
    this.#send = sendPage;
  }

  /** The items of all pages, each page fetched when the one before is used up. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* page.data;
  }

  /**
   * The pages, from the first to the last.
   *
   * @throws {VinrError} `invalid_argument` with `ending_before`, which asks for one page and no more.
   * @throws {VinrResponseError} `cursor_repeated` or `page_invalid`, where the list would go round in circles or end too soon.
   */
  async *pages(): AsyncGenerator<P, void, undefined> {
    let page = await this.then();
    if (this.#params.ending_before !== undefined) {
      throw invalidArgument("A list with ending_before is one page: await it, or iterate with starting_after.");
    }
    const seen = new Set([this.#params.starting_after]);
    for (;;) {
      const cursor = nextCursor(page);
      yield page;
      if (cursor === undefined) return;
      if (seen.has(cursor)) throw brokenList("cursor_repeated", `the cursor ${JSON.stringify(cursor)} came twice`);
      seen.add(cursor);
      page = (await this.#send({ starting_after: cursor })).data;
    }
  }

  /** The first items, as many as `limit` at most, in an array. */
  async toArray(options: { readonly limit: number }): Promise<Item[]> {
    // It is under way in any case, and its failure is to be heard.
    await this.then();
    const limit: unknown = options?.limit;
    if (typeof limit !== "number" || !(limit >= 0))
      throw invalidArgument("toArray takes { limit }, a number from 0 on.");
    const items: Item[] = [];
    if (limit < 1) return items;
    for await (const item of this) {
      items.push(item);
      if (items.length >= limit) break;
    }
    return items;
  }
}

/** Where the next page starts; undefined on the last one. */
function nextCursor({ data, page }: Page<unknown>): string | undefined {
  if (Array.isArray(data)) {
    if (page?.has_more === false) return undefined;
    if (page?.has_more === true && typeof page.next_cursor === "string" && page.next_cursor) return page.next_cursor;
  }
  throw brokenList("page_invalid", "a page lacks data, page.has_more or page.next_cursor");
}

function brokenList(code: string, what: string): VinrResponseError {
  return new VinrResponseError(`The list cannot be read to its end: ${what}. Tell VINR's support.`, { code });
}
