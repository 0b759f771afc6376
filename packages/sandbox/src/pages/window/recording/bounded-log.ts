/** How much a log keeps. */
export interface Bounds {
  /** Entries of one account. */
  readonly entries: number;
  /** Characters of all accounts together. */
  readonly characters: number;
  /** The number of an account's first entry. Default: 1. */
  readonly first?: number | undefined;
}

/** An item of a log. The numbers of an account's items ascend. */
export interface LogEntry<T> {
  readonly number: number;
  readonly item: T;
  readonly characters: number;
}

/** Which entries are listed. */
export interface LogQuery<T> {
  readonly limit: number;
  /** Only those with a lower number. */
  readonly before?: number | undefined;
  readonly passes?: (item: T) => boolean;
}

/** A part of a log, newest first. */
export interface LogPage<T> {
  readonly entries: readonly LogEntry<T>[];
  readonly hasOlder: boolean;
}

/** The last items of each account, in memory. The oldest make room for new ones. */
export class BoundedLog<T> {
  readonly #bounds: Bounds;
  readonly #accounts = new Map<string, { readonly entries: LogEntry<T>[]; next: number }>();
  /** The account of each entry, the oldest entry first. */
  readonly #owners = new Map<LogEntry<T>, string>();
  /** Kept: a new walk would first pass every place that a removed entry has left. */
  #oldest = this.#owners.values();
  /** How many entries were removed since that walk began. */
  #removed = 0;
  #characters = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  add(account: string, item: T, characters: number): void {
    const shelf = this.#accounts.get(account) ?? { entries: [], next: this.#bounds.first ?? 1 };
    this.#accounts.set(account, shelf);
    const entry = { number: shelf.next++, item, characters };
    shelf.entries.push(entry);
    this.#owners.set(entry, account);
    this.#characters += characters;
    if (shelf.entries.length > this.#bounds.entries) this.#removeOldestOf(account);
    while (this.#characters > this.#bounds.characters) this.#removeOldest();
  }

  list(account: string, { limit, before = Number.POSITIVE_INFINITY, passes = () => true }: LogQuery<T>): LogPage<T> {
    const found: LogEntry<T>[] = [];
    const entries = this.#accounts.get(account)?.entries ?? [];
    for (const entry of entries.toReversed()) {
      if (entry.number >= before || !passes(entry.item)) continue;
      if (found.length === limit) return { entries: found, hasOlder: true };
      found.push(entry);
    }
    return { entries: found, hasOlder: false };
  }

  find(account: string, passes: (entry: LogEntry<T>) => boolean): LogEntry<T> | undefined {
    return this.#accounts.get(account)?.entries.findLast(passes);
  }

  #removeOldest(): void {
    let next = this.#oldest.next();
    if (next.done) {
      this.#beginWalk();
      next = this.#oldest.next();
    }
    if (!next.done) this.#removeOldestOf(next.value);
  }

  #removeOldestOf(account: string): void {
    const entries = this.#accounts.get(account)?.entries ?? [];
    const entry = entries.shift();
    if (entry === undefined) return;
    this.#owners.delete(entry);
    this.#characters -= entry.characters;
    if (entries.length === 0) this.#accounts.delete(account);
    this.#removed += 1;
    // A stalled walk keeps everything that was removed since, as long as the engine's map holds tables that it has
    // outgrown.
    if (this.#removed > this.#owners.size + 1_000) this.#beginWalk();
  }

  #beginWalk(): void {
    this.#oldest = this.#owners.values();
    this.#removed = 0;
  }
}
