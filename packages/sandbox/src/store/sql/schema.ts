import type { Objects } from "../store.js";

/**
 * The tables. Each primary key begins with the account, so that a distributed database can place accounts. No query
 * joins or compares two of them. Moments are milliseconds since the epoch; `json` in a comment is text, since a
 * response has to be remembered byte for byte.
 */
export interface Schema {
  readonly sandbox_accounts: AccountTable;
  readonly sandbox_objects: ObjectTable;
  readonly sandbox_list_totals: ListTotalTable;
  readonly sandbox_ledger_entries: LedgerEntryTable;
  readonly sandbox_due_work: DueWorkTable;
  readonly sandbox_responses: ResponseTable;
}

/** One row for each account. Every transaction reads it first. */
export interface AccountTable {
  readonly account: string;
  /** The `AccountState`, as JSON, without the public id. */
  readonly state: string;
  /** The place of what is added next: objects, entries and due work share the count. */
  readonly next_sequence: number;
  /** How many objects of each kind there are, as JSON. */
  readonly totals: string;
  /** By the wall clock: before this moment, nothing is to be done in the account. Null: nothing waits at all. */
  readonly due_at: number | null;
  /** The one property of the state that accounts are looked up by. */
  readonly public_id: string | null;
}

/** Objects of all kinds. A list is a range of an index, in the order of the sequence. */
export interface ObjectTable {
  readonly account: string;
  readonly kind: keyof Objects;
  readonly id: string;
  readonly sequence: number;
  /** The object whose list this one belongs to as well, such as a refund's payment. */
  readonly parent: string | null;
  /** The object, as JSON. */
  readonly body: string;
}

/** The lengths of the lists that have a parent, so that none has to be counted. */
export interface ListTotalTable {
  readonly account: string;
  readonly kind: keyof Objects;
  readonly parent: string;
  readonly total: number;
}

export interface LedgerEntryTable {
  readonly account: string;
  readonly at: number;
  readonly sequence: number;
  /** The `LedgerEntry`, as JSON. */
  readonly body: string;
}

export interface DueWorkTable {
  readonly account: string;
  readonly kind: string;
  readonly subject: string;
  readonly queue: "decision" | "delivery";
  readonly at: number;
  readonly sequence: number;
}

export interface ResponseTable {
  readonly account: string;
  readonly operation: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly status: number;
  readonly body: string;
  readonly expires_at: number;
}
