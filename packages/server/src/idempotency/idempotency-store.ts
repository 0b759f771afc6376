/**
 * A request with an idempotency key.
 *
 * @example
 * ```ts
 * const primaryKey = ({ account, operationId, key }: IdempotentRequest) => [account, operationId, key];
 * ```
 */
export interface IdempotentRequest {
  /** The caller's account. A key is scoped to an account and an operation: others may use it too. */
  readonly account: string;
  readonly operationId: string;
  /** As sent, 1 to 255 characters of visible ASCII. */
  readonly key: string;
  /** The SHA-256 of path and body, in hex. A second request with the key and another fingerprint gets a 409. */
  readonly fingerprint: string;
}

/**
 * A request without an idempotency key, to an operation that takes one.
 *
 * @example
 * ```ts
 * const request: RequestWithoutKey = { account: "acct_1", operationId: "createPayment" };
 * ```
 */
export interface RequestWithoutKey {
  readonly account: string;
  readonly operationId: string;
  readonly key?: undefined;
}

/**
 * A remembered response: its status, and its body as text, to be replayed byte for byte.
 *
 * @example
 * ```ts
 * const response: RecordedResponse = { status: 201, body: '{"id":"pay_1234567890"}' };
 * ```
 */
export interface RecordedResponse {
  readonly status: number;
  readonly body: string;
}

/**
 * The outcome of a request.
 *
 * - `executed`: the effect ran now, and its response is remembered;
 * - `replayed`: it ran before, and this is its response;
 * - `reused`: the key belongs to a request with another fingerprint;
 * - `in_progress`: the first request with the key has not finished yet. `retryAfter` is in seconds; default: 1.
 *
 * @example
 * ```ts
 * const outcome: IdempotencyOutcome = { kind: "in_progress", retryAfter: 2 };
 * ```
 */
export type IdempotencyOutcome =
  | { readonly kind: "executed" | "replayed"; readonly response: RecordedResponse }
  | { readonly kind: "reused" }
  | { readonly kind: "in_progress"; readonly retryAfter?: number };

/**
 * Remembers responses by idempotency key, for at least 24 hours.
 *
 * `run` is the whole interface, shaped like a transaction so that the record and the effect are committed together or not
 * at all: open a transaction, look up the key, run the effect with the transaction, save its response under the key,
 * commit. If the effect throws, roll back, remember nothing, and throw the same error.
 *
 * @example
 * ```ts
 * // Of your database: `lock` does not wait, and is held until the transaction ends.
 * interface Transaction {
 *   lock(request: IdempotentRequest): Promise<boolean>;
 *   find(request: IdempotentRequest): Promise<{ fingerprint: string; response: RecordedResponse } | undefined>;
 *   save(request: IdempotentRequest, response: RecordedResponse): Promise<void>;
 * }
 * declare const database: { transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> };
 *
 * const store: IdempotencyStore<Transaction> = {
 *   run: (request, effect) =>
 *     database.transact(async (transaction) => {
 *       if (request.key === undefined) return { kind: "executed", response: await effect(transaction) };
 *       if (!(await transaction.lock(request))) return { kind: "in_progress" };
 *       const record = await transaction.find(request);
 *       if (record?.fingerprint === request.fingerprint) return { kind: "replayed", response: record.response };
 *       if (record !== undefined) return { kind: "reused" };
 *       const response = await effect(transaction);
 *       await transaction.save(request, response);
 *       return { kind: "executed", response };
 *     }),
 * };
 * ```
 */
export interface IdempotencyStore<Transaction> {
  /**
   * Runs the effect of a request at most once per key. Without a key, the effect runs in its own transaction, and nothing is
   * remembered.
   */
  run(
    request: IdempotentRequest | RequestWithoutKey,
    effect: (transaction: Transaction) => Promise<RecordedResponse>,
  ): Promise<IdempotencyOutcome>;
}
