import type { Dispute, Event, Payment } from "@vinr/server";
import { type Account, type World, withAccount } from "./account.js";
import { checkoutUrlOf, createApi } from "./api.js";
import { Clocks } from "./clocks.js";
import { readDeliveries, type SendRequest, type SentDelivery } from "./deliver.js";
import { failureOf, findCard } from "./domain/cards.js";
import { openDispute, resolveDispute } from "./domain/decide-dispute.js";
import { challengePayment, declinePayment, payPayment } from "./domain/decide-payment.js";
import type { Decision } from "./domain/decision.js";
import { day, hour, minute } from "./domain/time.js";
import { createMemoryStore } from "./store/memory-store.js";
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
  /** The wall's clock, in milliseconds since the epoch. Default: `Date.now`. */
  readonly now?: () => number;
  /** With the same seed, the same requests make the same ids. Default: `vinr`. */
  readonly seed?: string;
  /**
   * Sends deliveries to webhook endpoints, such as the global `fetch`. Default: nothing is sent; `deliveries()` has what is due,
   * signed, for a test to pass to its handler.
   */
  readonly send?: SendRequest;
}

/**
 * A stretch of time; the parts are added.
 *
 * @example
 * ```ts
 * const duration: Duration = { days: 7, minutes: 1 };
 * ```
 */
export interface Duration {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

/**
 * A customer at a payment's hosted page.
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
  /** Pays with a test card. Throws a `TypeError` for any other number, which is neither kept nor shown. */
  pay(card: string): Promise<Payment>;
  /** Passes the 3-D Secure challenge. */
  passChallenge(): Promise<Payment>;
  /** Fails the 3-D Secure challenge. */
  failChallenge(): Promise<Payment>;
}

/**
 * One merchant's account: a world of its own, which sees nothing of others.
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
  readonly clock: {
    /** The account's time, in milliseconds since the epoch. */
    now(): Promise<number>;
    /** Moves the account's time forward, and carries out what falls due, in order, before it returns. */
    advance(duration: Duration): Promise<void>;
  };
  checkout(payment: string): CheckoutPage;
  /** Sends what is due now, and returns when every receiver has responded. */
  deliver(): Promise<void>;
  /** Every delivery, the oldest first, signed as of now. */
  deliveries(): Promise<readonly SentDelivery[]>;
  /** Every event, the oldest first. */
  events(): Promise<readonly Event[]>;
  /** The customer's bank opens a dispute about a payment. */
  openDispute(payment: string): Promise<Dispute>;
  resolveDispute(dispute: string, outcome: "lost" | "won"): Promise<Dispute>;
  /** Lets the refund that finishes next fail. */
  failNextRefund(): Promise<void>;
}

/**
 * The VINR API in memory. It is an account itself, the one named `sandbox`.
 *
 * @example
 * ```ts
 * function clientFor(sandbox: Sandbox): Vinr {
 *   return new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch });
 * }
 * ```
 */
export interface Sandbox extends SandboxAccount {
  /** The API, as `fetch` reaches it: for the `fetch` option of `@vinr/client`. No request leaves the process. */
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
 */
export function createSandbox({ now = Date.now, seed = "vinr", send }: SandboxOptions = {}): Sandbox {
  const world: World = { now, seed, checkoutUrlOf };
  const store = createMemoryStore();
  const clocks = new Clocks(store, world, send);
  const handler = createApi(store, world);
  return {
    ...createAccount("sandbox", store, world, clocks),
    account: (name) => createAccount(name, store, world, clocks),
    fetch: (input, init) => handler(new Request(input, init)),
  };
}

/** @throws {TypeError} for a name that a key cannot hold. */
function createAccount(name: string, store: Store, world: World, clocks: Clocks): SandboxAccount {
  if (!/^[A-Za-z0-9]{1,100}$/.test(name)) throw new TypeError("An account's name has letters and digits, at most 100.");
  const run = <T>(work: (account: Account) => Promise<T>): Promise<T> => withAccount(store, world, name, work);
  const decide = <T>(
    payment: string,
    decision: (payment: Payment, account: Account) => Promise<Decision<T>>,
  ): Promise<T> =>
    run(async (account) => account.apply(await decision(await account.read("payment", payment), account)));
  return {
    key: () => `sk_test_${name}`,
    clock: {
      now: () => run(async (account) => account.now),
      advance: async (duration) => clocks.advance(name, millisecondsOf(duration)),
    },
    deliver: () => clocks.advance(name, 0),
    deliveries: () => readDeliveries(store, world, name),
    checkout: (payment) => ({
      async pay(card) {
        const outcome = findCard(card);
        if (outcome === undefined)
          throw new TypeError("This is not one of the sandbox's test cards, so it was not used.");
        return decide(payment, async (found, account) => {
          if (outcome.kind === "decline") return declinePayment(found, outcome.failure, account.surroundings);
          if (outcome.kind === "challenge") return challengePayment(found, account.surroundings);
          return decidePay(found, account);
        });
      },
      passChallenge: () =>
        decide(payment, async (found, account) => {
          requireChallenge(found);
          return decidePay(found, account);
        }),
      failChallenge: () =>
        decide(payment, async (found, account) => {
          requireChallenge(found);
          return declinePayment(found, failureOf("authentication_failed"), account.surroundings);
        }),
    }),
    events: () => run(async (account) => readAllEvents(account)),
    openDispute: (payment) => decide(payment, async (found, account) => openDispute(found, account.surroundings)),
    resolveDispute: (dispute, outcome) =>
      run(async (account) => {
        const found = await account.read("dispute", dispute);
        return account.apply(resolveDispute(found, outcome === "won", account.surroundings));
      }),
    failNextRefund: () => run(async (account) => account.failNextRefund()),
  };
}

/** The customer pays: captured at once or authorized, as the payment was created. */
async function decidePay(payment: Payment, account: Account): Promise<Decision<Payment>> {
  const { capture } = await account.read("checkout", payment.id);
  return payPayment(payment, capture, account.surroundings);
}

function requireChallenge({ id, status }: Payment): void {
  if (status !== "requires_authentication")
    throw new TypeError(`${id} is ${status}: there is nothing to authenticate.`);
}

async function readAllEvents(account: Account): Promise<readonly Event[]> {
  const { data = [] } = (await account.records.list("event", { limit: Number.POSITIVE_INFINITY })) ?? {};
  return [...data].reverse();
}

/** @throws {RangeError} for a duration that is not positive: no clock goes back. */
function millisecondsOf({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Duration): number {
  const duration = days * day + hours * hour + minutes * minute + seconds * 1000;
  if (!(duration >= 0 && duration <= 36_500 * day))
    throw new RangeError("A clock moves forward, by at most 100 years.");
  return duration;
}
