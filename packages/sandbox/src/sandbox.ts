import { ownOptions, ownProperties } from "@vinr/server/internal";
import type { Dispute, Event, Payment } from "@vinr/types";
import type { Account } from "./account/account.js";
import { withAccount } from "./account/with-account.js";
import type { World } from "./account/world.js";
import { checkoutUrlOf, createApi, createSeededRequestIds } from "./api.js";
import { decideDispute, disputePayment } from "./control/bank.js";
import { endChallenge, payWithCard } from "./control/checkout.js";
import { type Duration, millisecondsOf } from "./control/duration.js";
import { createRestrictedKey, expireRestrictedKey, findKeyId } from "./control/restricted-keys.js";
import type { SendRequest } from "./deliveries/attempt.js";
import { Deliveries } from "./deliveries/deliveries.js";
import { readDeliveries, type SentDelivery } from "./deliveries/sent-deliveries.js";
import { keyTextOf } from "./domain/restricted-key.js";
import { secretKeyOf } from "./domain/secret-key.js";
import { createFaultSettings, type FaultSettings } from "./faults/fault-settings.js";
import { Faults } from "./faults/faults.js";
import { FaultyApi, orAborted, waitByTimer } from "./faults/faulty-api.js";
import type { Permission } from "./generated/types.js";
import { readSnapshot } from "./snapshot/read-snapshot.js";
import type { Snapshot } from "./snapshot/snapshot.js";
import { createMemoryStore } from "./store/memory-store.js";
import { reportOutages } from "./store/report-outages.js";
import type { Store } from "./store/store.js";

/**
 * How a sandbox begins.
 *
 * @example
 * ```ts
 * const options: SandboxOptions = { now: () => Date.UTC(2026, 3, 15), seed: "checkout tests" };
 * ```
 */
export interface SandboxOptions {
  /** The wall clock, in milliseconds since the epoch. Default: `Date.now`. */
  readonly now?: () => number;
  /** The same seed and the same requests give the same ids. Default: `vinr`. */
  readonly seed?: string;
  /**
   * Sends deliveries to webhook endpoints, as the global `fetch` does. Default: nothing is sent; `deliveries()` has what is due,
   * signed, for a test to pass to its handler.
   *
   * A receiver must not await `deliver()` or `clock.advance()` of the same account before it responds: that call waits for the
   * current delivery, which waits for the receiver.
   */
  readonly send?: SendRequest;
  /**
   * Where accounts are kept, such as `await createSqliteStore("shop.db")` or `await createPostgresStore(url)`. Close it
   * yourself. Default: in memory, gone with the process.
   */
  readonly store?: Store;
  /** Waits for the latency of faults, in milliseconds. Default: by a timer. Pass `async () => {}` to skip the waits in a test. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/**
 * A customer on a payment's hosted page.
 *
 * @example
 * ```ts
 * async function payWithChallenge(checkout: CheckoutPage): Promise<Payment> {
 *   await checkout.pay("4000 0000 0000 3220");
 *   return checkout.passChallenge();
 * }
 * ```
 */
export interface CheckoutPage {
  /** Pays with a test card. Throws an `ApiError` for any other number, which is neither kept nor shown. */
  pay(card: string): Promise<Payment>;
  /** Passes the 3-D Secure challenge. */
  passChallenge(): Promise<Payment>;
  /** Fails the 3-D Secure challenge. */
  failChallenge(): Promise<Payment>;
}

/**
 * One merchant's account, isolated from all others.
 *
 * @example
 * ```ts
 * async function settle(account: SandboxAccount): Promise<number> {
 *   await account.clock.advance({ days: 3 });
 *   return (await account.events()).length;
 * }
 * ```
 */
export interface SandboxAccount {
  /** The account's secret key. */
  key(): string;
  /**
   * Makes a key that can only do what its permissions name, such as `["payments:read"]`: all else is `permission_denied`.
   *
   * @throws {ApiError} `parameter_invalid` without permissions, or for one that does not exist.
   */
  restrictedKey(permissions: readonly Permission[]): Promise<string>;
  /** Expires a restricted key: it is `expired_api_key` from then on. Throws an `ApiError` for one that does not exist. */
  expireRestrictedKey(key: string): Promise<void>;
  readonly clock: {
    /** The account's time, in milliseconds since the epoch. */
    now(): Promise<number>;
    /** Moves the account's time forward. Everything that falls due happens, in order, before it returns. */
    advance(duration: Duration): Promise<void>;
  };
  checkout(payment: string): CheckoutPage;
  /** Makes requests and deliveries go wrong. Empty at first. */
  readonly faults: FaultSettings;
  /** Sends everything that is due now, and returns when every receiver has responded. Failures are due again later. */
  deliver(): Promise<void>;
  /** Every delivery to an endpoint that still exists, oldest first, signed as of now. */
  deliveries(): Promise<readonly SentDelivery[]>;
  /** Every event, oldest first. */
  events(): Promise<readonly Event[]>;
  /** The customer's bank opens a dispute about a payment. */
  openDispute(payment: string): Promise<Dispute>;
  resolveDispute(dispute: string, outcome: "lost" | "won"): Promise<Dispute>;
  /** Makes the next refund to finish fail. */
  failNextRefund(): Promise<void>;
  /** Empties the account, faults included. Its clock is the wall clock again, and the same requests make the same ids. */
  reset(): Promise<void>;
  /**
   * Everything in the account as one JSON value: objects, ledger, clock, due work, deliveries, remembered responses, and the
   * **secrets of its webhook endpoints**. It may share objects with the account: to change it, change a copy made by
   * `structuredClone`, which `restore` then checks.
   */
  snapshot(): Promise<Snapshot>;
  /**
   * Replaces everything in this account with a snapshot of this account or any other. The clock continues from the snapshot's
   * moment, and the same requests get the same responses. Deliveries that were due are sent to their endpoints. From then on,
   * the account shares the snapshot's objects: to change one again, change another copy.
   *
   * @throws {TypeError} for another version or a damaged snapshot; nothing has changed then.
   *
   * @example
   * ```ts
   * const before = await sandbox.snapshot();
   * await sandbox.account("fork").restore(before);
   * await writeFile("shop.json", JSON.stringify(before));
   * ```
   */
  restore(snapshot: unknown): Promise<void>;
}

/**
 * The VINR API in memory. It is itself the account named `sandbox`.
 *
 * @example
 * ```ts
 * function clientFor(sandbox: Sandbox): Vinr {
 *   return new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch });
 * }
 * ```
 */
export interface Sandbox extends SandboxAccount {
  /** The API as a `fetch` function, for the `fetch` option of `@vinr/client`. No request leaves the process. */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Another account. Any name of letters and digits will do. */
  account(name: string): SandboxAccount;
}

/**
 * Makes the VINR API in memory: all fourteen operations, with money, time and events, and without a port.
 *
 * @example
 * ```ts
 * const sandbox = createSandbox();
 * const vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch });
 * const payment = await vinr.payments.create({ amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" });
 * await sandbox.checkout(payment.id).pay("4242 4242 4242 4242");
 * ```
 * @throws {TypeError} for an option that does not exist.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const own = ownOptions(options, ["now", "seed", "send", "store", "wait"]);
  const { now = Date.now, seed = "vinr", send, store = createMemoryStore(), wait = waitByTimer } = own;
  const world: World = ownProperties({ now, seed, checkoutUrlOf });
  const faults = new Faults(seed);
  const parts: Parts = { store, world, faults, deliveries: new Deliveries(store, world, send, faults) };
  const createRequestId = createSeededRequestIds(world);
  const handler = createApi(reportOutages(store), world, { createRequestId, faults: new FaultyApi(faults, wait) });
  return {
    ...createAccount("sandbox", parts),
    account: (name) => createAccount(name, parts),
    async fetch(input, init) {
      // A request as it is: a server's own kind, such as Hono's, cannot be copied by the global class.
      const request = isRequest(input) && init === undefined ? input : new Request(input, init);
      const signal = isMade(input) ? request.signal : init?.signal;
      return signal ? orAborted(signal, () => handler(request)) : handler(request);
    },
  };
}

/** The parts that all accounts of a sandbox share. */
interface Parts {
  readonly store: Store;
  readonly world: World;
  readonly faults: Faults;
  readonly deliveries: Deliveries;
}

/** Whether it is a request of the global class. A server's own kind, such as Hono's, makes a signal only on demand. */
function isMade(input: Request | URL | string): boolean {
  return Object.getPrototypeOf(input) === Request.prototype;
}

function isRequest(input: Request | URL | string): input is Request {
  return typeof input === "object" && "method" in input;
}

/**
 * Copies what an account holds, which is JSON: in memory it is the account's own, and changing it would change the account.
 * In Jest, `structuredClone` makes objects of another realm, which are never strictly equal to a test's.
 */
function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

/**
 * Objects are returned as clients know them. A handler may write `undefined` for an optional member, which JSON leaves out; an
 * account holds only what JSON holds.
 *
 * @throws {TypeError} for a name that a key cannot hold.
 */
function createAccount(name: string, { store, world, faults, deliveries }: Parts): SandboxAccount {
  if (!/^[A-Za-z0-9]{1,100}$/.test(name)) throw new TypeError("An account's name must be 1 to 100 letters and digits.");
  const run = <T>(work: (account: Account) => Promise<T>): Promise<T> => withAccount(store, world, name, work);
  const read = async <T>(work: (account: Account) => Promise<T>): Promise<T> => copy(await run(work));
  return {
    key: () => secretKeyOf(name),
    restrictedKey: (permissions) =>
      run(async (account) => keyTextOf(name, await createRestrictedKey(account, permissions))),
    expireRestrictedKey: (key) =>
      run(async (account) => {
        await expireRestrictedKey(account, await findKeyId(account, name, key));
      }),
    clock: {
      now: () => run(async (account) => account.showTime()),
      advance: async (duration) => deliveries.advance(name, millisecondsOf(duration)),
    },
    faults: createFaultSettings(faults, name),
    deliver: () => deliveries.advance(name, 0),
    deliveries: async () => copy(await readDeliveries(store, world, name)),
    checkout: (payment) => ({
      pay: (card) => read((account) => payWithCard(account, payment, card)) as Promise<Payment>,
      passChallenge: () => read((account) => endChallenge(account, payment, true)) as Promise<Payment>,
      failChallenge: () => read((account) => endChallenge(account, payment, false)) as Promise<Payment>,
    }),
    events: () => read((account) => account.readAll("event")) as Promise<readonly Event[]>,
    openDispute: (payment) => read((account) => disputePayment(account, payment)) as Promise<Dispute>,
    resolveDispute: (dispute, outcome) =>
      read((account) => decideDispute(account, dispute, outcome)) as Promise<Dispute>,
    failNextRefund: () =>
      run(async (account) => {
        account.failNextRefund();
      }),
    async reset() {
      await run((account) => account.reset());
      faults.clear(name);
    },
    snapshot: () => run((account) => account.takeSnapshot()),
    async restore(given) {
      const snapshot = readSnapshot(given);
      await run((account) => account.restore(snapshot));
    },
  };
}
