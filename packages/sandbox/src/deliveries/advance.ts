import { apiError } from "@vinr/server";
import { type Account, workInTransaction } from "../account/account.js";
import { withAccount } from "../account/with-account.js";
import type { World } from "../account/world.js";
import { claimDelivery, postponeDelivery, recordAttempt, stopDelivery } from "../domain/decide-delivery.js";
import type { Delivery, DeliveryAttempt } from "../domain/delivery.js";
import { lastClockTime, type Moment } from "../domain/time.js";
import { type ChosenFault, noFault } from "../faults/faults.js";
import { attemptWithFault, postponedTo } from "../faults/faulty-attempt.js";
import type { Store } from "../store/store.js";
import type { ReadyDelivery } from "./attempt.js";
import { ClaimWatch, freshClaim } from "./claim.js";
import { everyAccount, type Sender } from "./sender.js";

/** How far to move the clock of an account, and what sends the deliveries that fall due. */
interface Advance {
  readonly name: string;
  /** In milliseconds. */
  readonly duration: number;
  /** How often the account had been replaced when this was requested: its replacement is not moved. */
  readonly replacements: number;
  /** Without one, deliveries stay due. */
  readonly sender: Sender | undefined;
  /** Whether no further attempt is made. */
  readonly isStopped: () => boolean;
  /** Whether to leave the rest for another time. */
  readonly isEnough: () => boolean;
  /** Of who asked for it, and may leave. */
  readonly signal: AbortSignal | undefined;
}

/** So much fell due before the next delivery that the rest needs another transaction. */
const unfinished = "unfinished";

/** After this many deliveries, other tasks get a turn. */
const roundsAtOnce = 100;

/** The next delivery: claimed, claimed by another sender, or postponed by a fault. */
type NextDelivery = ReadyDelivery &
  (
    | {
        readonly state: "claimed";
        /** By the process's own clock, in milliseconds. */
        readonly claimedAt: number;
        readonly strike: ChosenFault["strike"];
      }
    | { readonly state: "postponed" | "taken" }
  );

/**
 * Moves an account's clock to a moment. What falls due on the way is carried out in order, deliveries included: a
 * receiver may call the API, and then does so at the moment of the delivery. Without a sender, deliveries stay due. If
 * there are several senders, one of them makes each attempt.
 *
 * @throws {ApiError} `parameter_invalid` for a moment that no timestamp can name.
 */
export async function advance(store: Store, world: World, asked: Advance): Promise<void> {
  const { name, duration, replacements, sender, isEnough, signal } = asked;
  if (sender === undefined) {
    return withAccount(store, world, name, async (account) => {
      if (account.replacements === replacements) await account.advanceTo(targetOf(account, duration));
    });
  }
  const deliveries = new DueDeliveries(store, world, { ...asked, sender });
  for (let round = 1; ; round++) {
    // Faults drop deliveries or postpone them, and nothing else would give other tasks a turn.
    if (round % roundsAtOnce === 0) await world.breathe?.();
    // An account without deliveries to send need not wait for a turn.
    if (sender.turns.isFull(everyAccount) && !(await deliveries.areLeft())) return;
    const isDone = await sender.turns.run(everyAccount, () => deliveries.sendNext(), signal);
    // Whoever watches a claim keeps watching it: another call would start over, and never see that its sender has
    // ended.
    if (isDone || (isEnough() && !deliveries.areTaken)) return;
    await deliveries.waitForOthers();
  }
}

/** The deliveries of an account that fall due up to a moment. */
class DueDeliveries {
  readonly #store: Store;
  readonly #world: World;
  readonly #asked: Advance & { readonly sender: Sender };
  readonly #watch: ClaimWatch;
  #target: Moment | undefined;
  /** The account's clock as the last transaction left it, and how far it was ahead of the wall clock. */
  #left: { readonly now: Moment; readonly clockOffset: number } | undefined;
  /** Claimed by another sender. */
  #taken: Delivery | undefined;

  constructor(store: Store, world: World, asked: Advance & { readonly sender: Sender }) {
    this.#store = store;
    this.#world = world;
    this.#asked = asked;
    this.#watch = new ClaimWatch(asked.sender.id);
  }

  /** Whether another sender has claimed the next one. */
  get areTaken(): boolean {
    return this.#taken !== undefined;
  }

  async areLeft(): Promise<boolean> {
    for (;;) {
      // The next send reports that.
      if (this.#asked.isStopped()) return true;
      const next = await this.#find(async (_, ready) => ready);
      if (next !== unfinished) return next !== undefined;
    }
  }

  /** Returns whether none was due. */
  async sendNext(): Promise<boolean> {
    const { name, sender, replacements, isStopped } = this.#asked;
    if (isStopped()) throw apiError("service_unavailable", { message: "The sandbox is stopping.", retryAfter: 1 });
    const next = await this.#find((account, ready, target) => this.#claim(account, ready, target));
    if (next === undefined) return true;
    if (next === unfinished) return false;
    if (next.state === "taken") this.#taken = next.delivery;
    // The process or the database stalled: another sender may have taken over the delivery.
    if (next.state !== "claimed" || performance.now() - next.claimedAt > freshClaim) return false;
    const response = await attemptWithFault(next.strike(), next, {
      world: this.#world,
      account: name,
      send: sender.send,
    });
    // The attempt is recorded only now: a crash in between repeats it, but loses nothing.
    await withAccount(this.#store, this.#world, name, async (account) => {
      if (account.replacements === replacements) await record(account, { ...next, sender: sender.id }, response);
    });
    return false;
  }

  /** Waits a moment for the sender that has claimed the next delivery, if one has. */
  async waitForOthers(): Promise<void> {
    const taken = this.#taken;
    this.#taken = undefined;
    if (taken !== undefined) await this.#watch.wait(taken);
  }

  /** Moves the clock to the next delivery, for something that is done with it in the same transaction. */
  #find<T>(
    use: (account: Account, ready: ReadyDelivery, target: Moment) => Promise<T>,
  ): Promise<T | typeof unfinished | undefined> {
    const { name, replacements } = this.#asked;
    return withAccount(this.#store, this.#world, name, async (account) => {
      // An account that was replaced has its own clock and deliveries.
      if (account.replacements !== replacements) return undefined;
      const begun = account.now;
      const target = this.#findTarget(account);
      this.#target = target;
      const ready = await advanceToDelivery(account, target);
      this.#left = { now: account.now, clockOffset: account.clockOffset + account.now - begun };
      return ready === undefined || ready === unfinished ? ready : use(account, ready, target);
    });
  }

  /**
   * The moment to which the clock is moved. While it is not reached, it moves on whenever another process moves the clock, so
   * that two advances at once both count. Nothing of this is stored: a process that ends leaves no half of an advance behind.
   */
  #findTarget(account: Account): Moment {
    const [target, left] = [this.#target, this.#left];
    if (target === undefined || left === undefined) return targetOf(account, this.#asked.duration);
    if (left.now >= target) return target;
    // The lesser of the two: time that passes changes only the clock, and a wall clock that is set back only the offset.
    const moved = Math.min(account.now - left.now, account.clockOffset - left.clockOffset);
    return moved > 0 ? checkTarget(target + moved) : target;
  }

  /** Claims a delivery, unless another sender has, or a fault postpones it. */
  async #claim(account: Account, ready: ReadyDelivery, target: Moment): Promise<NextDelivery> {
    const { name, sender } = this.#asked;
    const { delivery, event } = ready;
    if (this.#watch.isTaken(delivery)) return { ...ready, state: "taken" };
    const { fault, strike } = wasPostponed(delivery) ? noFault : sender.faults.chooseForDelivery(name, event);
    const at = fault && postponedTo(fault, account.now, target);
    if (at !== undefined) {
      account.afterCommit.push(strike);
      await account.apply({ result: undefined, changes: postponeDelivery(delivery, at) });
      return { ...ready, state: "postponed" };
    }
    await account.apply({ result: undefined, changes: claimDelivery(delivery, sender.id) });
    return { ...ready, state: "claimed", claimedAt: performance.now(), strike };
  }
}

function wasPostponed(delivery: Delivery): boolean | undefined {
  return Object.hasOwn(delivery, "isPostponed") && delivery.isPostponed;
}

/** @throws {ApiError} `parameter_invalid`. */
function targetOf(account: Account, duration: number): Moment {
  const target = account.now + duration;
  // At the end of time, what is due is still sent.
  return duration === 0 ? target : checkTarget(target);
}

/** @throws {ApiError} `parameter_invalid`. */
function checkTarget(target: Moment): Moment {
  if (target <= lastClockTime) return target;
  throw apiError("parameter_invalid", { message: "The clock can only move forward, to the year 9999 at most." });
}

/** Stops before the next delivery that is due; undefined at the target. */
async function advanceToDelivery(
  account: Account,
  target: Moment,
): Promise<ReadyDelivery | typeof unfinished | undefined> {
  for (;;) {
    if (account.hasDoneMuch) return unfinished;
    const due = await account.records.nextDue(target, "delivery");
    // A decision on the way may make a delivery that is due before all others.
    const decision = await account.records.nextDue(due?.at ?? target, "decision");
    await account.advanceTo(Math.max(account.now, decision?.at ?? due?.at ?? target), workInTransaction);
    if (decision !== undefined) continue;
    if (due === undefined) return undefined;
    const delivery = await account.read("delivery", due.subject);
    const endpoint = await account.findEndpoint(delivery.endpoint);
    if (endpoint !== undefined) return { delivery, endpoint, event: await account.read("event", delivery.event) };
    await account.apply({ result: undefined, changes: stopDelivery(delivery) });
    await account.countWork();
  }
}

/** Records an attempt. */
async function record(
  account: Account,
  { delivery, endpoint, sender }: ReadyDelivery & { readonly sender: string },
  response: Omit<DeliveryAttempt, "at">,
): Promise<void> {
  const current = await account.read("delivery", delivery.id);
  // Another sender has taken over.
  if (current.status !== "pending" || current.claim !== sender) return;
  const isDeleted = (await account.findEndpoint(endpoint.id)) === undefined;
  const recorded = recordAttempt(current, { at: account.now, ...response });
  const changes = isDeleted && !Object.hasOwn(response, "status") ? stopDelivery(current) : recorded;
  await account.apply({ result: undefined, changes });
}
