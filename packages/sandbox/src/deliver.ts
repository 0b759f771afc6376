import { apiError, type Event, type SignedDelivery } from "@vinr/server";
import { type Account, type World, withAccount, workInTransaction } from "./account.js";
import { attempt, type ReadyDelivery, type SendDelivery, signNow } from "./attempt.js";
import { ClaimWatch, freshClaim } from "./claim.js";
import {
  claimDelivery,
  postponeDelivery,
  recordAttempt,
  recordReplay,
  stopDelivery,
} from "./domain/decide-delivery.js";
import type { Delivery, DeliveryAttempt } from "./domain/delivery.js";
import { lastClockTime, type Moment } from "./domain/time.js";
import type { DeliveryFault } from "./faults/fault.js";
import type { Faults } from "./faults/faults.js";
import { attemptWithFault, postponedTo } from "./faults/faulty-attempt.js";
import { find } from "./find.js";
import type { Store } from "./store/store.js";

/** Sends the deliveries of accounts, and claims them in its name. */
export interface Sender {
  /** No two processes have the same. */
  readonly id: string;
  readonly send: SendDelivery;
  readonly faults: Faults;
}

/** How far to move the clock of an account, and who sends what falls due. */
interface Advance {
  readonly name: string;
  /** In milliseconds. */
  readonly duration: number;
  /** How often the account had been replaced when this was asked for: what took its place is not moved. */
  readonly replacements: number;
  /** Without one, deliveries stay due. */
  readonly sender: Sender | undefined;
  /** Whether no other attempt is made. */
  readonly isStopped: () => boolean;
}

/** Much fell due before the next delivery, and the rest is for another transaction. */
const unfinished = "unfinished";

/** After so many deliveries, others have the process for a moment. */
const roundsAtOnce = 100;

/** The next delivery: claimed, claimed by another sender, or put off by a fault. */
type NextDelivery = ReadyDelivery &
  (
    | {
        readonly state: "claimed";
        /** By the process's own time, in milliseconds. */
        readonly claimedAt: number;
        readonly fault: DeliveryFault | undefined;
      }
    | { readonly state: "postponed" | "taken" }
  );

/**
 * Moves an account's clock to a moment. What falls due on the way is carried out in order, deliveries included: a receiver may
 * call the API, and then does so at the moment of the delivery. Without a sender, deliveries stay due. Of several senders at
 * once, one makes each attempt.
 *
 * @throws {ApiError} `parameter_invalid` for a moment that no timestamp can name.
 */
export async function advance(
  store: Store,
  world: World,
  { name, duration, replacements, sender, isStopped }: Advance,
): Promise<void> {
  if (sender === undefined) {
    return withAccount(store, world, name, async (account) => {
      if (account.replacements === replacements) await account.advanceTo(targetOf(account, duration));
    });
  }
  const watch = new ClaimWatch(sender.id);
  let target: Moment | undefined;
  for (let round = 1; ; round++) {
    // Faults drop deliveries or put them off, and nothing else would let others have the process.
    if (round % roundsAtOnce === 0) await world.breathe?.();
    if (isStopped()) throw apiError("service_unavailable", { message: "The sandbox is stopping.", retryAfter: 1 });
    const next = await withAccount(store, world, name, async (account) => {
      // What took the place of everything has a clock and deliveries of its own.
      if (account.replacements !== replacements) return undefined;
      target ??= targetOf(account, duration);
      const ready = await advanceToDelivery(account, target);
      if (ready === undefined || ready === unfinished) return ready;
      return claim(account, ready, { name, target, sender, isTaken: watch.isTaken(ready.delivery) });
    });
    if (next === undefined) return;
    if (next === unfinished) continue;
    if (next.state !== "claimed") {
      if (next.state === "taken") await watch.wait(next.delivery);
      continue;
    }
    // The process stood still, or the database did: another sender may have taken the delivery over.
    if (performance.now() - next.claimedAt > freshClaim) continue;
    const response = await attemptWithFault(next.fault, next, { world, account: name, send: sender.send });
    // Only now is the attempt recorded: a crash in between repeats it, and loses nothing.
    await withAccount(store, world, name, async (account) => {
      if (account.replacements === replacements) await record(account, { ...next, sender: sender.id }, response);
    });
  }
}

/** @throws {ApiError} `parameter_invalid`. */
function targetOf(account: Account, duration: number): Moment {
  const target = account.now + duration;
  // At the end of time, what is due is sent all the same.
  if (duration === 0 || target <= lastClockTime) return target;
  throw apiError("parameter_invalid", { message: "A clock moves forward, to the year 9999 at most." });
}

/** Claims a delivery, unless another sender has or a fault puts it off. */
async function claim(
  account: Account,
  ready: ReadyDelivery,
  { name, target, sender, isTaken }: { name: string; target: Moment; sender: Sender; isTaken: boolean },
): Promise<NextDelivery> {
  const { delivery, event } = ready;
  if (isTaken) return { ...ready, state: "taken" };
  const fault = sender.faults.takeForDelivery(name, event, `${delivery.id} ${delivery.attempts.length}`);
  const at = fault && postponedTo(fault, account.now, target);
  if (at !== undefined) {
    await account.apply({ result: undefined, changes: postponeDelivery(delivery, at) });
    return { ...ready, state: "postponed" };
  }
  await account.apply({ result: undefined, changes: claimDelivery(delivery, sender.id) });
  return { ...ready, state: "claimed", claimedAt: performance.now(), fault };
}

/** Which delivery of an account to send once more. */
interface Replay {
  readonly name: string;
  readonly id: string;
  /** How often the account had been replaced when this was asked for: what took its place may have the same ids. */
  readonly replacements: number;
  readonly send: SendDelivery;
}

/**
 * Sends a delivery once more, whatever became of it.
 *
 * @throws {ApiError} `resource_not_found` if it does not exist, or went with the account that it was in.
 */
export async function replay(store: Store, world: World, { name, id, replacements, send }: Replay): Promise<Delivery> {
  const ready = await withAccount(store, world, name, async (account) => {
    const delivery = await find(account, "delivery", id);
    if (account.replacements !== replacements) throw apiError("resource_not_found", { resource: id });
    const endpoint = await account.findEndpoint(delivery.endpoint);
    if (endpoint === undefined) throw apiError("resource_not_found", { resource: delivery.endpoint });
    return { delivery, endpoint, event: await account.read("event", delivery.event) };
  });
  const response = await attempt(ready, { world, account: name, send });
  return withAccount(store, world, name, async (account) => {
    // The account may have been reset meanwhile, or restored: in that world it was not sent.
    const delivery = await find(account, "delivery", id);
    if (account.replacements !== replacements) return delivery;
    return account.apply(recordReplay(delivery, { at: account.now, ...response }));
  });
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
  // Another sender has taken it over.
  if (current.status !== "pending" || current.claim !== sender) return;
  const isDeleted = (await account.findEndpoint(endpoint.id)) === undefined;
  const recorded = recordAttempt(current, { at: account.now, ...response });
  const changes = isDeleted && !Object.hasOwn(response, "status") ? stopDelivery(current) : recorded;
  await account.apply({ result: undefined, changes });
}

/** A delivery as a test sees it: the event, signed as VINR signs it, and its attempts. */
export interface SentDelivery extends Pick<Delivery, "attempts" | "status">, SignedDelivery {
  readonly url: string;
  readonly event: Event;
}

/** Every delivery of an account, the oldest first; those to deleted endpoints are left out. */
export async function readDeliveries(store: Store, world: World, name: string): Promise<readonly SentDelivery[]> {
  const ready = await withAccount(store, world, name, async (account) => {
    const all: ReadyDelivery[] = [];
    // One after another: a transaction has one connection.
    for (const delivery of await account.readAll("delivery")) {
      const endpoint = await account.findEndpoint(delivery.endpoint);
      if (endpoint !== undefined) all.push({ delivery, endpoint, event: await account.read("event", delivery.event) });
    }
    return all;
  });
  return Promise.all(
    ready.map(async ({ delivery: { attempts, status }, endpoint, event }) => {
      const signed = await signNow(event, endpoint, world);
      return { ...signed, url: endpoint.url, event, attempts, status };
    }),
  );
}
