import type { IdempotentRequest, RecordedResponse } from "@vinr/server";
import type { DueWork } from "../../domain/decision.js";
import type { LedgerEntry } from "../../domain/ledger.js";
import type { DatedEntry } from "../../domain/settle.js";
import type { Moment } from "../../domain/time.js";
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
  type StoredObject,
} from "../store.js";
import type { AccountTable } from "./schema.js";
import type { Connection, Statement } from "./statement.js";
import type { Statements } from "./statements.js";

/** An account's row, without its name. */
export type AccountRow = Omit<AccountTable, "account">;

export const newAccountRow: AccountRow = { ...rowOf(newAccountState), next_sequence: 0, totals: "{}", due_at: null };

function rowOf({ publicId, ...state }: AccountState): Pick<AccountRow, "public_id" | "state"> {
  return { state: JSON.stringify(state), public_id: publicId };
}

/** The greatest limit that both databases take, for lists that are read whole. */
const noLimit = 2_147_483_000;

/**
 * The records of one account in a transaction of a database. Objects are kept as JSON. The account's own row is kept here and
 * written once, by `save`.
 */
export class SqlRecords implements Records {
  readonly #connection: Connection;
  readonly #statements: Statements;
  readonly #account: string;
  readonly #row: AccountRow;
  readonly #stateOfRow: AccountState;
  #totals: Partial<Record<ObjectKind, number>>;
  #state: AccountState;
  #nextSequence: number;
  /** Nothing falls due before it: added work brings it forward, and only `nextMoment` moves it back. */
  #dueAt: Moment;
  #failure: unknown;

  constructor(connection: Connection, statements: Statements, account: string, row: AccountRow) {
    this.#connection = connection;
    this.#statements = statements;
    this.#account = account;
    this.#row = row;
    // A property that a newer version added has its initial value.
    this.#stateOfRow = { ...newAccountState, ...JSON.parse(row.state), publicId: row.public_id };
    this.#state = this.#stateOfRow;
    this.#totals = JSON.parse(row.totals);
    this.#nextSequence = row.next_sequence;
    this.#dueAt = row.due_at === null ? Number.POSITIVE_INFINITY : row.due_at + this.#state.clockOffset;
  }

  /**
   * Writes the account's row, if it has changed.
   *
   * @throws whatever a statement threw before, even if nobody noticed: PostgreSQL would treat a commit as a rollback.
   */
  async save(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    const row: AccountRow = {
      ...(this.#state === this.#stateOfRow ? this.#row : rowOf(this.#state)),
      totals: JSON.stringify(this.#totals),
      next_sequence: this.#nextSequence,
      due_at: this.#findDueMoment(),
    };
    if (isSame(row, this.#row)) return;
    await this.#run(this.#statements.writeAccount, { account: this.#account, ...row });
  }

  /** When something is to be done in the account, by the wall clock. */
  #findDueMoment(): number | null {
    const { clockOffset, forgetsAt } = this.#state;
    const moment = Math.min(this.#dueAt, forgetsAt ?? Number.POSITIVE_INFINITY);
    return moment === Number.POSITIVE_INFINITY ? null : moment - clockOffset;
  }

  async readAccount(): Promise<AccountState> {
    return this.#state;
  }

  async writeAccount(state: AccountState): Promise<void> {
    this.#state = state;
  }

  async find<Kind extends ObjectKind>(kind: Kind, id: string): Promise<Objects[Kind] | undefined> {
    const row = await this.#findRow(kind, id);
    return row === undefined ? undefined : JSON.parse(row.body);
  }

  async put<Kind extends ObjectKind>(kind: Kind, object: Objects[Kind], parent: string | null = null): Promise<void> {
    const [account, sequence] = [this.#account, this.#nextSequence];
    const row = { account, kind, id: object.id, sequence, parent, body: JSON.stringify(object) };
    const written = await this.#run(this.#statements.put, row);
    if (written?.sequence !== sequence) return;
    this.#nextSequence += 1;
    await this.#count(kind, parent, 1);
  }

  async remove(kind: ObjectKind, id: string): Promise<void> {
    const removed = await this.#run(this.#statements.remove, { account: this.#account, kind, id });
    if (removed !== undefined) await this.#count(kind, removed.parent, -1);
  }

  async list<Kind extends ObjectKind>(
    kind: Kind,
    { limit: wanted, starting_after: after, ending_before: before }: PageRequest,
    parent?: string,
  ): Promise<PageOf<Objects[Kind]> | undefined> {
    const limit = Math.min(wanted, noLimit);
    const cursor = after ?? before;
    const sequence = cursor === undefined ? Number.MAX_SAFE_INTEGER : await this.#placeOf(kind, cursor, parent);
    if (sequence === undefined) return undefined;
    const total = await this.#totalOf(kind, parent);
    const direction = before === undefined ? "older" : "newer";
    // Reads one more than requested, to show whether older objects follow; before a cursor, the cursor's own object
    // shows it.
    const range = { account: this.#account, kind, sequence, limit: direction === "older" ? limit + 1 : limit };
    const rows =
      parent === undefined
        ? await this.#run(this.#statements.listAll[direction], range)
        : await this.#run(this.#statements.listOfParent[direction], { ...range, parent });
    const data = rows.slice(0, limit).map(({ body }): Objects[Kind] => JSON.parse(body));
    return direction === "older"
      ? { data, hasOlder: rows.length > limit, total }
      : { data: data.reverse(), hasOlder: true, total };
  }

  async appendEntry({ entry, at }: DatedEntry): Promise<void> {
    const sequence = this.#nextSequence++;
    await this.#run(this.#statements.addEntry, { account: this.#account, at, sequence, body: JSON.stringify(entry) });
  }

  async entriesBetween(start: Moment, end: Moment): Promise<readonly DatedEntry[]> {
    return (await this.#run(this.#statements.entriesBetween, { account: this.#account, start, end })).map(readEntry);
  }

  async recentEntries(limit: number): Promise<readonly DatedEntry[]> {
    return (await this.#run(this.#statements.recentEntries, { account: this.#account, limit })).map(readEntry);
  }

  async addDue({ kind, subject, at }: DueWork): Promise<void> {
    const queue = kind === "delivery" ? "delivery" : "decision";
    const sequence = this.#nextSequence++;
    this.#dueAt = Math.min(this.#dueAt, at);
    await this.#run(this.#statements.addDue, { account: this.#account, kind, subject, queue, at, sequence });
  }

  async removeDue({ kind, subject }: Omit<DueWork, "at">): Promise<void> {
    await this.#run(this.#statements.removeDue, { account: this.#account, kind, subject });
  }

  async nextDue(until: Moment, queue: "decision" | "delivery"): Promise<DueWork | undefined> {
    if (until < this.#dueAt) return undefined;
    const row = await this.#run(this.#statements.nextDue, { account: this.#account, queue, until });
    // Only `addDue` writes to the table.
    return row as DueWork | undefined;
  }

  async nextMoment(): Promise<Moment | undefined> {
    const decision = await this.nextDue(Number.MAX_SAFE_INTEGER, "decision");
    const delivery = await this.nextDue(Number.MAX_SAFE_INTEGER, "delivery");
    const moments = [decision, delivery].flatMap((work) => work?.at ?? []);
    this.#dueAt = Math.min(...moments);
    return moments.length === 0 ? undefined : this.#dueAt;
  }

  async findResponse({ operationId, key }: IdempotentRequest, now: Moment): Promise<RememberedResponse | undefined> {
    const scope = { account: this.#account, operation: operationId, key, now };
    const row = await this.#run(this.#statements.findResponse, scope);
    return row && { fingerprint: row.fingerprint, response: { status: row.status, body: row.body } };
  }

  async saveResponse(request: IdempotentRequest, response: RecordedResponse, expiresAt: Moment): Promise<void> {
    const { operationId: operation, key, fingerprint } = request;
    const { status, body } = response;
    const row = { account: this.#account, operation, key, fingerprint, status, body, expires_at: expiresAt };
    await this.#run(this.#statements.saveResponse, row);
  }

  async forgetResponses(now: Moment): Promise<Moment | undefined> {
    const account = this.#account;
    const oldest = await this.#run(this.#statements.oldestResponses, { account, limit: forgottenAtOnce + 1 });
    const moments = oldest.map(({ expires_at }) => expires_at);
    const until = moments.slice(0, forgottenAtOnce).findLast((moment) => moment <= now);
    if (until === undefined) return moments[0];
    await this.#run(this.#statements.removeResponses, { account, until });
    // If all that were read are deleted, others may be left: the next call finds out.
    return moments.find((moment) => moment > until) ?? (moments.length > forgottenAtOnce ? until : undefined);
  }

  async readContents(): Promise<AccountContents> {
    const account = this.#account;
    const objects: StoredObject[] = [];
    for (const kind of objectKinds) {
      for (const { body, parent } of await this.#run(this.#statements.allObjects, { account, kind })) {
        // Only `put` writes to the table: an object of its kind.
        objects.push({ kind, object: JSON.parse(body), ...(parent === null ? {} : { parent }) } as StoredObject);
      }
    }
    const entries = await this.entriesBetween(0, Number.MAX_SAFE_INTEGER);
    const decisions = await this.#run(this.#statements.allDue, { account, queue: "decision" });
    const deliveries = await this.#run(this.#statements.allDue, { account, queue: "delivery" });
    const responses = await this.#run(this.#statements.allResponses, { account });
    return { objects, entries, due: [...decisions, ...deliveries] as DueWork[], responses };
  }

  async replaceContents({ objects, entries, due, responses }: AccountContents): Promise<void> {
    const account = this.#account;
    for (const clear of this.#statements.clear) await this.#run(clear, { account });
    this.#totals = {};
    this.#dueAt = Number.POSITIVE_INFINITY;
    for (const { kind, object, parent } of objects) await this.put(kind, object, parent);
    for (const entry of entries) await this.appendEntry(entry);
    for (const work of due) await this.addDue(work);
    for (const { expiresAt, ...response } of responses) {
      const { status, body } = response;
      await this.saveResponse({ account, ...response }, { status, body }, expiresAt);
    }
  }

  async #placeOf(kind: ObjectKind, id: string, parent: string | undefined): Promise<number | undefined> {
    const row = await this.#findRow(kind, id);
    return parent === undefined || row?.parent === parent ? row?.sequence : undefined;
  }

  async #findRow(kind: ObjectKind, id: string) {
    // PostgreSQL rejects such a text, and no object has such an id: it may come from the address of a page.
    if (id.includes("\0")) return undefined;
    const row = await this.#run(this.#statements.find, { account: this.#account, kind, id });
    return row;
  }

  async #totalOf(kind: ObjectKind, parent: string | undefined): Promise<number> {
    if (parent === undefined) return this.#totals[kind] ?? 0;
    const row = await this.#run(this.#statements.readTotal, { account: this.#account, kind, parent });
    return row?.total ?? 0;
  }

  /** Counts an object that was added or removed, so lists need not be counted when they are read. */
  async #count(kind: ObjectKind, parent: string | null, change: 1 | -1): Promise<void> {
    this.#totals[kind] = (this.#totals[kind] ?? 0) + change;
    if (parent === null) return;
    await this.#run(this.#statements.addToTotal, { account: this.#account, kind, parent, total: change });
  }

  async #run<Parameters, Result>(statement: Statement<Parameters, Result>, parameters: Parameters): Promise<Result> {
    try {
      return await statement(this.#connection, parameters);
    } catch (error) {
      this.#failure ??= error;
      throw error;
    }
  }
}

function isSame(one: AccountRow, other: AccountRow): boolean {
  return (["state", "public_id", "next_sequence", "totals", "due_at"] as const).every(
    (name) => one[name] === other[name],
  );
}

function readEntry({ at, body }: { readonly at: Moment; readonly body: string }): DatedEntry {
  return { entry: JSON.parse(body) as LedgerEntry, at };
}
