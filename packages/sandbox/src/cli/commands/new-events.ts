import type { Event } from "@vinr/server";
import type { EventList } from "../../generated/types.js";
import { CommandError } from "./command.js";
import { type Connection, largestPage, SandboxError } from "./connection.js";

/** The most that is read at once, in events and in characters of JSON. Whoever serves decides how many there are. */
const most = { events: 200_000, characters: 256 * 1024 * 1024 };

/** Reads the events of an account that happen after a moment, without reading what was there before. */
export class NewEvents {
  readonly #connection: Connection;
  /** The newest event that was read; undefined in an account without events. */
  #newest: string | undefined;

  private constructor(connection: Connection, newest: string | undefined) {
    this.#connection = connection;
    this.#newest = newest;
  }

  /** Begins after an event, or at the first one. */
  static after(connection: Connection, newest: Event | undefined): NewEvents {
    return new NewEvents(connection, newest?.id);
  }

  /** Begins after all events that have happened. */
  static async fromNow(connection: Connection): Promise<NewEvents> {
    const { data } = await connection.list<EventList>("/events?limit=1");
    return new NewEvents(connection, data[0]?.id);
  }

  /**
   * The events since the last time, the oldest first; undefined where the account was reset or restored meanwhile. Then it begins
   * at the first event of the account.
   */
  async read(): Promise<readonly Event[] | undefined> {
    const all = new Pages(this.#connection);
    for (;;) {
      const page = await this.#readPage();
      if (page === undefined) return undefined;
      all.add(page);
      if (!isFull(page)) return all.events;
    }
  }

  async #readPage(): Promise<readonly Event[] | undefined> {
    try {
      const page = this.#newest === undefined ? await this.#readFirst() : await this.#readAfter(this.#newest);
      this.#newest = page.at(-1)?.id ?? this.#newest;
      return page;
    } catch (error) {
      if (!(error instanceof SandboxError && error.code === "parameter_invalid")) throw error;
      this.#newest = undefined;
      return undefined;
    }
  }

  /** A page of what follows an event. */
  async #readAfter(id: string): Promise<readonly Event[]> {
    const { data } = await this.#connection.list<EventList>(`/events?limit=${largestPage}&ending_before=${id}`);
    return [...data].reverse();
  }

  /** All events of an account, of which none was read: the API's lists begin with the newest. */
  async #readFirst(): Promise<readonly Event[]> {
    const all = new Pages(this.#connection);
    let cursor: string | null = null;
    do {
      const after: string = cursor === null ? "" : `&starting_after=${cursor}`;
      const list: EventList = await this.#connection.list(`/events?limit=${largestPage}${after}`);
      all.add(list.data);
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

  /** @throws {CommandError} for the page before once more, or for too much. */
  add(page: readonly Event[]): void {
    const text = JSON.stringify(page);
    this.#size += text.length;
    const isTooMuch = this.events.length + page.length > most.events || this.#size > most.characters;
    if (isTooMuch || (isFull(page) && text === this.#last)) {
      throw new CommandError(`The events of ${this.#connection.origin} do not end. Check --url.`);
    }
    this.#last = text;
    // One by one: a call takes only so many arguments, and all events of an account may come at once.
    for (const event of page) this.events.push(event);
  }
}
