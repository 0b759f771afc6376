import {
  ApiError,
  type Dispute,
  type Event,
  type IdempotentRequest,
  type Payment,
  type RecordedResponse,
  type Refund,
  type Settlement,
  type SettlementTransaction,
  type WebhookEndpoint,
} from "@vinr/server";
import type { Checkout } from "../domain/checkout.js";
import type { DueWork } from "../domain/decision.js";
import type { Delivery } from "../domain/delivery.js";
import type { RestrictedKey } from "../domain/restricted-key.js";
import type { DatedEntry } from "../domain/settle.js";
import type { Moment } from "../domain/time.js";

/** The objects that a store keeps, by their kind. */
export interface Objects {
  readonly payment: Payment;
  readonly refund: Refund;
  readonly dispute: Dispute;
  readonly webhook_endpoint: WebhookEndpoint;
  readonly settlement: Settlement;
  readonly settlement_transaction: SettlementTransaction;
  readonly event: Event;
  readonly checkout: Checkout;
  readonly delivery: Delivery;
  readonly restricted_key: RestrictedKey;
}

export type ObjectKind = keyof Objects;

/** A part of a list, by the API's rules: newest first. */
export interface PageRequest {
  readonly limit: number;
  readonly starting_after?: string | undefined;
  readonly ending_before?: string | undefined;
}

export interface PageOf<T> {
  readonly data: readonly T[];
  /** Whether older objects follow. */
  readonly hasOlder: boolean;
  /** How many objects the whole list has. */
  readonly total: number;
}

/** A response, and the fingerprint of the request that it belongs to. */
export interface RememberedResponse {
  readonly fingerprint: string;
  readonly response: RecordedResponse;
}

/** The settings of an account, which the API does not show. */
export interface AccountState {
  /** How far the account's clock is ahead of the wall clock, in milliseconds. */
  readonly clockOffset: number;
  /** The account's time when it was last asked: it never goes back. */
  readonly time: Moment;
  /** How many ids were made. */
  readonly idCount: number;
  /** How many of the refunds that finish next will fail. */
  readonly failingRefunds: number;
  /** Decides the ids, together with their count. Null until something is written: then the sandbox's seed and the name do. */
  readonly idSeed: number | null;
  /** When expired responses are deleted next; null if none is remembered. */
  readonly forgetsAt: Moment | null;
  /** Names the account in the addresses of hosted pages. Null until a sandbox that serves such pages writes to the account. */
  readonly publicId: string | null;
  /** How many bytes were written, counted only if there are quotas. */
  readonly bytes: number;
  /** How often everything in the account was replaced. */
  readonly replacements: number;
}

/** The settings of an account that nothing has happened to. */
export const newAccountState: AccountState = {
  clockOffset: 0,
  time: 0,
  idCount: 0,
  failingRefunds: 0,
  idSeed: null,
  forgetsAt: null,
  publicId: null,
  bytes: 0,
  replacements: 0,
};

/** An object, and the one whose list it also belongs to. */
export type StoredObject = {
  readonly [Kind in ObjectKind]: { readonly kind: Kind; readonly object: Objects[Kind]; readonly parent?: string };
}[ObjectKind];

/** A response that is remembered for an idempotency key. */
export interface StoredResponse {
  readonly operationId: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly status: number;
  readonly body: string;
  readonly expiresAt: Moment;
}

/** Everything in an account except its settings. */
export interface AccountContents {
  /** Grouped by kind, oldest first. */
  readonly objects: readonly StoredObject[];
  readonly entries: readonly DatedEntry[];
  /** Decisions, then deliveries, each in the order in which they fall due. */
  readonly due: readonly DueWork[];
  readonly responses: readonly StoredResponse[];
}

/** About how many responses are deleted in one transaction. */
export const forgottenAtOnce = 100;

/** The kinds of objects, in the order of an account's contents. */
export const objectKinds = Object.keys({
  payment: true,
  checkout: true,
  refund: true,
  dispute: true,
  webhook_endpoint: true,
  settlement: true,
  settlement_transaction: true,
  event: true,
  delivery: true,
  restricted_key: true,
} satisfies Record<ObjectKind, true>) as readonly ObjectKind[];

/** One account's records, inside of a transaction. */
export interface Records {
  readAccount(): Promise<AccountState>;
  writeAccount(state: AccountState): Promise<void>;
  find<Kind extends ObjectKind>(kind: Kind, id: string): Promise<Objects[Kind] | undefined>;
  /** Inserts or updates. An object keeps its place in its list. `parent` is the object whose list it also belongs to. */
  put<Kind extends ObjectKind>(kind: Kind, object: Objects[Kind], parent?: string): Promise<void>;
  remove(kind: ObjectKind, id: string): Promise<void>;
  /** A page of a list; undefined if the cursor is not in it. */
  list<Kind extends ObjectKind>(
    kind: Kind,
    page: PageRequest,
    parent?: string,
  ): Promise<PageOf<Objects[Kind]> | undefined>;
  appendEntry(entry: DatedEntry): Promise<void>;
  /** The entries of a period; the end is exclusive. */
  entriesBetween(start: Moment, end: Moment): Promise<readonly DatedEntry[]>;
  /** The last entries, newest first. */
  recentEntries(limit: number): Promise<readonly DatedEntry[]>;
  /** Replaces what was due of this kind for the subject. */
  addDue(work: DueWork): Promise<void>;
  removeDue(work: Omit<DueWork, "at">): Promise<void>;
  /**
   * The earliest work that is due by a moment; work due at the same time comes in the order in which it was added. Deliveries
   * are separate: they leave the store, so they are not carried out in a transaction.
   */
  nextDue(until: Moment, kind: "decision" | "delivery"): Promise<DueWork | undefined>;
  /** When the next work of any kind falls due; undefined if nothing waits. */
  nextMoment(): Promise<Moment | undefined>;
  /** The response that is remembered for a key, unless it has expired. */
  findResponse(request: IdempotentRequest, now: Moment): Promise<RememberedResponse | undefined>;
  saveResponse(request: IdempotentRequest, response: RecordedResponse, expiresAt: Moment): Promise<void>;
  /**
   * Deletes expired responses: the oldest, about a hundred at most, so that no transaction takes long. Returns when the oldest of
   * the others expires or has expired; undefined if none is left.
   */
  forgetResponses(now: Moment): Promise<Moment | undefined>;
  readContents(): Promise<AccountContents>;
  /** Replaces everything in the account except its settings. */
  replaceContents(contents: AccountContents): Promise<void>;
}

/**
 * Where accounts are kept: in memory, in a file or in a database. Everything happens in a transaction of one account,
 * isolated from others.
 */
export interface Store {
  /**
   * Runs work in a transaction: everything that it wrote is kept if it returns, and nothing if it throws. Transactions of one
   * account run one after another, even across processes. Work runs at most once.
   *
   * @throws {StoreUnavailableError} if the database cannot be reached, or another process does not release it.
   */
  transact<T>(account: string, work: (records: Records) => Promise<T>): Promise<T>;
  /**
   * The accounts in which work has fallen due by a moment of the wall clock, such as those of a process that has ended: longest
   * due first, at most `limit`. It may include an account whose work is already done, until its `nextMoment` is called.
   */
  accountsWithDueWork(until: Moment, limit: number): Promise<readonly string[]>;
  /** The name of the account that has a public id; undefined if none has. */
  findAccount(publicId: string): Promise<string | undefined>;
  /** Waits for transactions that have begun, then releases files and connections. */
  close(): Promise<void>;
}

/**
 * The database cannot be reached, or another process does not release it. If `mayHaveTakenEffect`, the connection was lost while
 * a transaction was being committed; a request with an idempotency key can still be repeated.
 */
export class StoreUnavailableError extends Error {
  override readonly name = "StoreUnavailableError";
  readonly mayHaveTakenEffect: boolean;

  constructor(
    message: string,
    { cause, mayHaveTakenEffect = false }: { cause?: unknown; mayHaveTakenEffect?: boolean },
  ) {
    super(message, { cause });
    this.mayHaveTakenEffect = mayHaveTakenEffect;
  }
}

/**
 * Whether a failed transaction may have been committed all the same. Its error may be the `cause` of an error for a
 * client.
 */
export function mayBeCommitted(error: unknown): boolean {
  const outage = error instanceof ApiError ? error.cause : error;
  return outage instanceof StoreUnavailableError && outage.mayHaveTakenEffect;
}
