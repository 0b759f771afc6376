import { withAccount } from "../account/with-account.js";
import type { World } from "../account/world.js";
import type { Deliveries } from "../deliveries/deliveries.js";
import { afterTransactions } from "../store/after-transactions.js";
import { type Store, StoreUnavailableError } from "../store/store.js";

/** How long to wait after a change in an account, in milliseconds, so that a burst of requests wakes it once. */
const pause = 50;
/**
 * The longest timer, in milliseconds. Work that falls due later is found when the loop looks, a few seconds late: a
 * timer for each of very many accounts would fill the memory.
 */
const longestWait = 60_000;

/**
 * How often the loop looks for work that others have left, and how long such work must have been due, in milliseconds.
 */
const lookPause = 2_000;
const patience = 1_000;
/** The most accounts taken over at one look. If there are more, the next look is soon. */
const takenOverAtOnce = 100;

/** The most accounts that wait by name. The others are found when the loop looks. */
const mostWaiting = 10_000;

/** The wait after a first error in an account, and the longest after several, in milliseconds. */
const firstRetry = 1_000;
const longestRetry = 30_000;

/**
 * Sends what falls due, account by account: soon after something happened in an account, and when its next work is due
 * by its clock, or within seconds if that is far off. It takes over what a process that has ended or stalled left
 * behind. An account in which nothing happens and nothing is due soon costs nothing.
 */
export class DeliveryLoop {
  readonly #store: Store;
  readonly #world: World;
  readonly #deliveries: Deliveries;
  readonly #onError: (error: unknown) => void;
  readonly #mostRunning: number;
  /** The timer of each account, and its moment by the process's own clock. */
  readonly #timers = new Map<string, { readonly timer: NodeJS.Timeout; readonly at: number }>();
  readonly #running = new Map<string, Promise<void>>();
  /** The accounts that wait because too many are running. */
  readonly #waiting = new Set<string>();
  /** The accounts in which something happened while they were running. */
  readonly #woken = new Set<string>();
  /** How many times in a row each account has failed. */
  readonly #failures = new Map<string, number>();
  #looking: Promise<void> | undefined;
  #lookTimer: NodeJS.Timeout | undefined;
  #isStopped = false;

  /**
   * Calls `onError` with every error except an outage of the store, and tries the account again by itself. At most
   * `mostRunning` accounts run at once. If others wait, each sends one delivery, then waits for its next turn behind
   * them.
   */
  constructor(
    store: Store,
    world: World,
    deliveries: Deliveries,
    onError: (error: unknown) => void,
    mostRunning = Number.POSITIVE_INFINITY,
  ) {
    this.#store = store;
    this.#world = world;
    this.#deliveries = deliveries;
    this.#onError = onError;
    this.#mostRunning = mostRunning;
  }

  /** The store, which wakes the loop for each account in which something happened. */
  watch(): Store {
    return afterTransactions(this.#store, (account) => this.#wake(account));
  }

  /** Starts looking for due work, in every account. */
  start(): void {
    this.#look();
  }

  /** Starts nothing new, and returns when the current runs have ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#lookTimer);
    for (const { timer } of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#waiting.clear();
    await this.#looking;
    await Promise.all(this.#running.values());
  }

  #look(): void {
    this.#looking = this.#takeOver()
      .catch((error: unknown) => {
        this.#tell(error);
        return false;
      })
      .then((areMoreLeft) => {
        if (!this.#isStopped) this.#lookTimer = setTimeout(() => this.#look(), areMoreLeft ? pause : lookPause);
      });
  }

  /** Returns whether more is left than was taken over. */
  async #takeOver(): Promise<boolean> {
    // Accounts that are known already must not take the place of others.
    const limit = takenOverAtOnce + this.#running.size + this.#failures.size + this.#waiting.size;
    const due = await this.#store.accountsWithDueWork(this.#world.now() - patience, limit);
    const known = [this.#running, this.#failures, this.#waiting];
    const left = due.filter((account) => !known.some((accounts) => accounts.has(account)));
    for (const account of left.slice(0, takenOverAtOnce)) this.#wait(account, 0);
    // If many wait already, more of them are not urgent.
    return left.length >= takenOverAtOnce && this.#waiting.size < takenOverAtOnce;
  }

  /** Looks soon at what is due in an account. */
  #wake(account: string): void {
    this.#wait(account, pause);
  }

  #wait(account: string, milliseconds: number): void {
    const at = performance.now() + milliseconds;
    const known = this.#timers.get(account);
    // A constant stream of requests must not postpone anything: anyone with a checkout link can send them.
    if (this.#isStopped || (known !== undefined && known.at <= at)) return;
    clearTimeout(known?.timer);
    this.#timers.set(account, { timer: setTimeout(() => this.#run(account), milliseconds), at });
  }

  #run(account: string): void {
    this.#timers.delete(account);
    if (this.#running.has(account)) {
      this.#woken.add(account);
      return;
    }
    if (this.#running.size < this.#mostRunning) this.#start(account);
    else if (this.#waiting.size < mostWaiting) this.#waiting.add(account);
    // Found at the next look, which leaves out those that are tried again by themselves.
    else this.#failures.delete(account);
  }

  #start(account: string): void {
    this.#waiting.delete(account);
    const run = this.#deliver(account)
      .then(
        () => void this.#failures.delete(account),
        (error: unknown) => this.#retry(account, error),
      )
      .finally(() => {
        this.#running.delete(account);
        if (this.#woken.delete(account)) this.#wake(account);
        const [next] = this.#waiting;
        if (next !== undefined) this.#start(next);
      });
    this.#running.set(account, run);
  }

  async #deliver(account: string): Promise<void> {
    await this.#deliveries.sendDue(account, () => this.#waiting.size > 0);
    const wait = await withAccount(this.#store, this.#world, account, async ({ records, now }) => {
      const next = await records.nextMoment();
      return next === undefined ? undefined : next - now;
    });
    // Something may have happened meanwhile, so the account waits already.
    if (wait === undefined || wait > longestWait || this.#timers.has(account)) return;
    this.#wait(account, Math.max(wait, pause));
  }

  #retry(account: string, error: unknown): void {
    this.#tell(error);
    const failures = this.#failures.get(account) ?? 0;
    this.#failures.set(account, failures + 1);
    // If something happened meanwhile, the store is back, and the account waits already.
    if (!this.#timers.has(account)) this.#wait(account, Math.min(firstRetry * 2 ** failures, longestRetry));
  }

  /** The store reports its own outages, and a run cut short by the end of the process has not failed. */
  #tell(error: unknown): void {
    if (!this.#isStopped && !(error instanceof StoreUnavailableError)) this.#onError(error);
  }
}
