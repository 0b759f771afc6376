import type { IdempotentRequest, RecordedResponse } from "@vinr/server";
import { ownProperties } from "@vinr/server/internal";
import type { DueWork } from "../domain/decision.js";
import type { DatedEntry } from "../domain/settle.js";
import type { Moment } from "../domain/time.js";
import { countBefore, DueList } from "./due-list.js";
import { Queue } from "./queue.js";
import {
  type AccountContents,
  type AccountState,
  forgottenAtOnce,
  newAccountState,
  type ObjectKind,
  type Objects,
  objectKinds,
  type PageOf,
  type PageRequest,
  type Records,
  type RememberedResponse,
  type Store,
  type StoredObject,
  type StoredResponse,
  StoreUnavailableError,
} from "./store.js";
import { type Row, Table } from "./table.js";

/** The limits of a store in memory. */
export interface MemoryLimits {
  /** The most accounts to which something has happened. Default: as many as there is room for. */
  readonly accounts?: number | undefined;
  /** The most bytes written to all accounts together, if bytes are counted. */
  readonly memory?: number | undefined;
}

/**
 * Makes a store in memory: plain maps, gone with the process. It also runs in a browser. An account that was only read
 * is not kept.
 */
export function createMemoryStore(limits: MemoryLimits = {}): Store {
  const { accounts: maxAccounts = Number.POSITIVE_INFINITY, memory = Number.POSITIVE_INFINITY } = ownProperties(limits);
  let bytes = 0;
  const accounts = new Map<string, MemoryRecords>();
  const publicIds = new Map<string, string>();
  const queue = new Queue();
  let isClosed = false;

  async function run<T>(account: string, work: (records: Records) => Promise<T>): Promise<T> {
    const known = accounts.get(account);
    const records = known ?? new MemoryRecords();
    const before = records.bytes;
    try {
      const result = await work(records);
      if (known === undefined && !records.hasChanges) return result;
      if (known === undefined && accounts.size >= maxAccounts) throw full(`${maxAccounts} accounts`);
      if (records.bytes > before && bytes + records.bytes - before > memory) throw full(`${memory} bytes`);
      bytes += records.bytes - before;
      accounts.set(account, records);
      records.commit();
      if (records.publicId !== null) publicIds.set(records.publicId, account);
      return result;
    } catch (error) {
      records.rollBack();
      throw error;
    }
  }

  return {
    // The transactions of an account run one after another, so none sees what another has not committed.
    transact(account, work) {
      if (isClosed) return Promise.reject(new Error("The store is closed."));
      return queue.run(account, () => run(account, work));
    },
    async accountsWithDueWork(until, limit) {
      return [...accounts]
        .map(([name, records]) => ({ name, dueAt: records.dueAt }))
        .filter(({ dueAt }) => dueAt <= until)
        .sort((one, other) => one.dueAt - other.dueAt)
        .slice(0, limit)
        .map(({ name }) => name);
    },
    async findAccount(publicId) {
      return publicIds.get(publicId);
    },
    async close() {
      isClosed = true;
      await queue.drain();
    },
  };
}

function full(held: string): StoreUnavailableError {
  const message = `This sandbox is full: it keeps at most ${held} in memory. Whoever runs it starts it with a database, or with a higher --limit.`;
  return new StoreUnavailableError(message, {});
}

/** Everything in an account except its settings, indexed for look-ups. */
class Contents {
  readonly #tables = new Map<ObjectKind, Table>();
  readonly entries: DatedEntry[] = [];
  readonly due = { decision: new DueList(), delivery: new DueList() };
  /** In the order in which they expire. */
  readonly responses = new Map<string, StoredResponse>();
  #sequence = 0;

  /** Adds a new object to the ends of its lists. */
  addObject(kind: ObjectKind, object: Row["object"], parent: string | undefined): void {
    this.tableOf(kind).add({ sequence: this.#sequence++, parent, object });
  }

  tableOf(kind: ObjectKind): Table {
    const known = this.#tables.get(kind);
    if (known !== undefined) return known;
    const table = new Table();
    this.#tables.set(kind, table);
    return table;
  }

  dueOf({ kind }: Omit<DueWork, "at">): DueList {
    return kind === "delivery" ? this.due.delivery : this.due.decision;
  }
}

/** The records of one account. Each write records how to undo it, until it is committed. */
class MemoryRecords implements Records {
  #account: AccountState = newAccountState;
  #contents = new Contents();
  #undo: (() => void)[] = [];

  /** When something is to be done in the account, by the wall clock. */
  get dueAt(): Moment {
    const { clockOffset, forgetsAt } = this.#account;
    return Math.min(this.#firstMoment, forgetsAt ?? Number.POSITIVE_INFINITY) - clockOffset;
  }

  get publicId(): string | null {
    return this.#account.publicId;
  }

  get bytes(): number {
    return this.#account.bytes;
  }

  /** Whether something was written and is not yet committed. */
  get hasChanges(): boolean {
    return this.#undo.length > 0;
  }

  commit(): void {
    this.#undo = [];
  }

  rollBack(): void {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo = [];
  }

  async readAccount(): Promise<AccountState> {
    return this.#account;
  }

  async writeAccount(state: AccountState): Promise<void> {
    const before = this.#account;
    this.#account = state;
    this.#undo.push(() => {
      this.#account = before;
    });
  }

  async find<Kind extends ObjectKind>(kind: Kind, id: string): Promise<Objects[Kind] | undefined> {
    return this.#contents.tableOf(kind).find(id)?.object as Objects[Kind] | undefined;
  }

  async put<Kind extends ObjectKind>(kind: Kind, object: Objects[Kind], parent?: string): Promise<void> {
    const table = this.#contents.tableOf(kind);
    const row = table.find(object.id);
    if (row !== undefined) {
      const before = row.object;
      row.object = object;
      this.#undo.push(() => {
        row.object = before;
      });
      return;
    }
    this.#contents.addObject(kind, object, parent);
    this.#undo.push(() => table.removeLast());
  }

  async remove(kind: ObjectKind, id: string): Promise<void> {
    const table = this.#contents.tableOf(kind);
    const row = table.find(id);
    if (row !== undefined) this.#undo.push(table.remove(row));
  }

  async list<Kind extends ObjectKind>(
    kind: Kind,
    { limit, starting_after: after, ending_before: before }: PageRequest,
    parent?: string,
  ): Promise<PageOf<Objects[Kind]> | undefined> {
    const table = this.#contents.tableOf(kind);
    const list = table.list(parent);
    const cursor = after ?? before;
    const place = cursor === undefined ? list.length : this.#placeOf(list, table.find(cursor));
    if (place === undefined) return undefined;
    // The list is in ascending order, and a page in descending order.
    const [from, to] =
      before === undefined
        ? [Math.max(0, place - limit), place]
        : [place + 1, Math.min(list.length, place + 1 + limit)];
    const data = list.slice(from, to).map(({ object }) => object as Objects[Kind]);
    return { data: data.reverse(), hasOlder: from > 0, total: list.length };
  }

  async appendEntry(entry: DatedEntry): Promise<void> {
    this.#contents.entries.push(entry);
    this.#undo.push(() => this.#contents.entries.pop());
  }

  async entriesBetween(start: Moment, end: Moment): Promise<readonly DatedEntry[]> {
    // A clock never goes back, so entries are in chronological order.
    const from = countBefore(this.#contents.entries, ({ at }) => at < start);
    return this.#contents.entries.slice(
      from,
      countBefore(this.#contents.entries, ({ at }) => at < end),
    );
  }

  async recentEntries(limit: number): Promise<readonly DatedEntry[]> {
    return this.#contents.entries.slice(-limit).reverse();
  }

  async addDue(work: DueWork): Promise<void> {
    await this.removeDue(work);
    const list = this.#contents.dueOf(work);
    list.add(work);
    this.#undo.push(() => list.remove(work));
  }

  async removeDue(work: Omit<DueWork, "at">): Promise<void> {
    const list = this.#contents.dueOf(work);
    const removed = list.remove(work);
    if (removed !== undefined) this.#undo.push(() => list.insert(removed));
  }

  async nextDue(until: Moment, kind: "decision" | "delivery"): Promise<DueWork | undefined> {
    return this.#contents.due[kind].first(until);
  }

  async nextMoment(): Promise<Moment | undefined> {
    const moment = this.#firstMoment;
    return moment === Number.POSITIVE_INFINITY ? undefined : moment;
  }

  async findResponse(request: IdempotentRequest, now: Moment): Promise<RememberedResponse | undefined> {
    const known = this.#contents.responses.get(scopeOf(request));
    if (known === undefined || known.expiresAt <= now) return undefined;
    const { fingerprint, status, body } = known;
    return { fingerprint, response: { status, body } };
  }

  async saveResponse(request: IdempotentRequest, response: RecordedResponse, expiresAt: Moment): Promise<void> {
    const scope = scopeOf(request);
    const { operationId, key, fingerprint } = request;
    const { status, body } = response;
    // A clock never goes back, so the response that is saved last expires last. An expired one with the same key loses
    // its place.
    const before = this.#contents.responses.get(scope);
    if (before !== undefined) this.#removeResponses([[scope, before]]);
    this.#contents.responses.set(scope, { operationId, key, fingerprint, status, body, expiresAt });
    this.#undo.push(() => this.#contents.responses.delete(scope));
  }

  async forgetResponses(now: Moment): Promise<Moment | undefined> {
    const expired: [scope: string, response: StoredResponse][] = [];
    for (const [scope, response] of this.#contents.responses) {
      if (response.expiresAt > now || expired.length === forgottenAtOnce) break;
      expired.push([scope, response]);
    }
    this.#removeResponses(expired);
    const [oldest] = this.#contents.responses.values();
    return oldest?.expiresAt;
  }

  async readContents(): Promise<AccountContents> {
    const objects: StoredObject[] = [];
    for (const kind of objectKinds) {
      for (const { object, parent } of this.#contents.tableOf(kind).list()) {
        // The list of a kind holds only that kind, which TypeScript cannot follow through a name.
        objects.push((parent === undefined ? { kind, object } : { kind, object, parent }) as StoredObject);
      }
    }
    const { entries, due, responses } = this.#contents;
    return {
      objects,
      entries: [...entries],
      due: [...due.decision.all(), ...due.delivery.all()],
      responses: [...responses.values()],
    };
  }

  async replaceContents({ objects, entries, due, responses }: AccountContents): Promise<void> {
    const before = this.#contents;
    this.#undo.push(() => {
      this.#contents = before;
    });
    const contents = new Contents();
    for (const { kind, object, parent } of objects) contents.addObject(kind, object, parent);
    for (const entry of entries) contents.entries.push(entry);
    // In order, each is added to the end of its list. In any other order, a long list would move for each.
    for (const work of [...due].sort((one, other) => one.at - other.at)) contents.dueOf(work).add(work);
    const inOrder = [...responses].sort((one, other) => one.expiresAt - other.expiresAt);
    for (const response of inOrder) contents.responses.set(scopeOf(response), response);
    this.#contents = contents;
  }

  /** When the next work falls due; infinity if nothing waits. */
  get #firstMoment(): Moment {
    const { decision, delivery } = this.#contents.due;
    const first = [decision, delivery].map(
      (list) => list.first(Number.POSITIVE_INFINITY)?.at ?? Number.POSITIVE_INFINITY,
    );
    return Math.min(...first);
  }

  #removeResponses(removed: readonly (readonly [scope: string, response: StoredResponse])[]): void {
    const { responses } = this.#contents;
    for (const [scope] of removed) responses.delete(scope);
    this.#undo.push(() => {
      const others = [...responses];
      responses.clear();
      for (const [scope, response] of [...removed, ...others]) responses.set(scope, response);
    });
  }

  /** The place of an object in a list, by its sequence, which ascends. */
  #placeOf(list: readonly Row[], wanted: Row | undefined): number | undefined {
    if (wanted === undefined) return undefined;
    const place = countBefore(list, ({ sequence }) => sequence < wanted.sequence);
    return list[place] === wanted ? place : undefined;
  }
}

function scopeOf({ operationId, key }: Pick<IdempotentRequest, "key" | "operationId">): string {
  return `${operationId} ${key}`;
}
