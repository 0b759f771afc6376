import type { Event } from "@vinr/server";
import type { EventList } from "../../generated/types.js";
import { type Connection, SandboxError } from "./connection.js";

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
    const { data } = await connection.get<EventList>("/events?limit=1");
    return new NewEvents(connection, data[0]?.id);
  }

  /**
   * The events since the last time, the oldest first; undefined where the account was reset or restored meanwhile. Then it begins
   * at the first event of the account.
   */
  async read(): Promise<readonly Event[] | undefined> {
    const all: Event[] = [];
    for (;;) {
      const page = await this.#readPage();
      if (page === undefined) return undefined;
      all.push(...page);
      if (page.length === 0) return all;
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
    const { data } = await this.#connection.get<EventList>(`/events?limit=100&ending_before=${id}`);
    return [...data].reverse();
  }

  /** All events of an account, of which none was read: the API's lists begin with the newest. */
  async #readFirst(): Promise<readonly Event[]> {
    const all: Event[] = [];
    let cursor: string | null = null;
    do {
      const after: string = cursor === null ? "" : `&starting_after=${cursor}`;
      const list: EventList = await this.#connection.get(`/events?limit=100${after}`);
      all.push(...list.data);
      cursor = list.page.next_cursor;
    } while (cursor !== null);
    return all.reverse();
  }
}
