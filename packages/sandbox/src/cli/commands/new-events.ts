import type { Event } from "@vinr/server";
import type { EventList } from "../../generated/types.js";
import { CommandError } from "./command.js";
import { type Connection, largestPage, SandboxError } from "./connection.js";

/** The most that is read at once, in events and in characters of JSON. The server decides how many there are. */
const most = { events: 200_000, characters: 256 * 1024 * 1024 };

/**
 * Reads the events of an account that happen after a moment, without reading what was there before.
 *
 * A reset leads to the same ids again, so the newest known event is read once more and compared as a whole. An event
 * that is the same to the second cannot be told apart.
 */
export class NewEvents {
  readonly #connection: Connection;
  /** The newest events that were read, oldest first: two, or all if there are fewer. */
  #known: readonly Event[];

  private constructor(connection: Connection, known: readonly Event[]) {
    this.#connection = connection;
    this.#known = known;
  }

  /** Begins after the newest of the last events, of which there are two or more, or all. They are in the order of the API's lists. */
  static after(connection: Connection, last: readonly Event[]): NewEvents {
    return new NewEvents(connection, last.slice(0, 2).reverse());
  }

  /** Begins after all events that have happened. */
  static async fromNow(connection: Connection): Promise<NewEvents> {
    const { data } = await connection.list<EventList>("/events?limit=2");
    return NewEvents.after(connection, data);
  }

  /**
   * The events since the last call, oldest first; undefined if the account was reset or restored meanwhile: the next
   * call then begins at the first event of the account. If this call rejects, the next one begins at the same event
   * again.
   */
  async read(): Promise<readonly Event[] | undefined> {
    const all = new Pages(this.#connection);
    let known = this.#known;
    for (;;) {
      const page = await this.#readPage(known);
      const newest = known.at(-1);
      if (newest !== undefined && JSON.stringify(page[0]) !== JSON.stringify(newest)) {
        this.#known = [];
        return undefined;
      }
      const added = newest === undefined ? page : page.slice(1);
      all.add(page, added);
      known = [...known, ...added].slice(-2);
      if (isFull(page)) continue;
      this.#known = known;
      return all.events;
    }
  }

  /** The newest known event, and a page of what follows it. Empty if the event before it is no longer known. */
  async #readPage([before, newest]: readonly Event[]): Promise<readonly Event[]> {
    try {
      return newest === undefined ? await this.#readFirst() : await this.#readAfter(before?.id ?? "");
    } catch (error) {
      if (!(error instanceof SandboxError && error.code === "parameter_invalid")) throw error;
      return [];
    }
  }

  /** A page of what follows an event. */
  async #readAfter(id: string): Promise<readonly Event[]> {
    const { data } = await this.#connection.list<EventList>(`/events?limit=${largestPage}&ending_before=${id}`);
    return [...data].reverse();
  }

  /** All events of an account of which none was read yet: the API's lists begin with the newest. */
  async #readFirst(): Promise<readonly Event[]> {
    const all = new Pages(this.#connection);
    let cursor: string | null = null;
    do {
      const after: string = cursor === null ? "" : `&starting_after=${cursor}`;
      const list: EventList = await this.#connection.list(`/events?limit=${largestPage}${after}`);
      all.add(list.data, list.data);
      cursor = isFull(list.data) ? list.page.next_cursor : null;
    } while (cursor !== null);
    return all.events.toReversed();
  }
}

/** Whether more may follow a page. */
function isFull(page: readonly Event[]): boolean {
  return page.length >= largestPage;
}

/** The events of several pages. */
class Pages {
  readonly events: Event[] = [];
  readonly #connection: Connection;
  #last: string | undefined;
  #size = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * Adds what is new on a page.
   *
   * @throws {CommandError} if the server sends the same page again, or too much.
   */
  add(page: readonly Event[], added: readonly Event[]): void {
    const text = JSON.stringify(page);
    this.#size += text.length;
    const isTooMuch = this.events.length + page.length > most.events || this.#size > most.characters;
    if (isTooMuch || (isFull(page) && text === this.#last)) {
      throw new CommandError(`The events of ${this.#connection.origin} do not end. Check --url.`);
    }
    this.#last = text;
    // One by one: a call takes a limited number of arguments, and all events of an account may come at once.
    for (const event of added) this.events.push(event);
  }
}
