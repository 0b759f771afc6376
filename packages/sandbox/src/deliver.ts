import { type Event, type SignedDelivery, signDelivery, type WebhookEndpoint } from "@vinr/server";
import { type Account, type World, withAccount } from "./account.js";
import { attemptTimeout, ClaimWatch, freshClaim } from "./claim.js";
import { claimDelivery, recordAttempt, recordReplay, stopDelivery } from "./domain/decide-delivery.js";
import type { Delivery, DeliveryAttempt } from "./domain/delivery.js";
import type { Moment } from "./domain/time.js";
import { find } from "./find.js";
import type { Store } from "./store/store.js";

/** Sends a request, as the global `fetch` does. */
export type SendRequest = (url: string, init: RequestInit) => Promise<Response>;

/** An attempt to deliver an event: its delivery, and its place among the attempts of it, from 0. */
export interface AttemptPlace {
  readonly account: string;
  readonly delivery: string;
  readonly attempt: number;
}

/** The same for a sender that records attempts. `SendRequest` is one that does not. */
export type SendDelivery = (
  url: string,
  init: RequestInit,
  place: AttemptPlace,
) => Promise<Pick<Response, "body" | "headers" | "status">>;

/** Sends the deliveries of accounts, and claims them in its name. */
export interface Sender {
  /** No two processes have the same. */
  readonly id: string;
  readonly send: SendDelivery;
}

/** A delivery with all that an attempt needs. */
interface ReadyDelivery {
  readonly delivery: Delivery;
  readonly event: Event;
  readonly endpoint: WebhookEndpoint;
  /** When the sender claimed it, by the process's own time in milliseconds; undefined where another one has. */
  readonly claimedAt?: number;
}

/**
 * Moves an account's clock to a moment. What falls due on the way is carried out in order, deliveries included: a receiver may
 * call the API, and then does so at the moment of the delivery. Without a sender, deliveries stay due. Of several senders at
 * once, one makes each attempt.
 */
export async function advance(
  store: Store,
  world: World,
  name: string,
  duration: number,
  sender: Sender | undefined,
): Promise<void> {
  const target = await withAccount(store, world, name, async (account) => account.now + duration);
  if (sender === undefined) return withAccount(store, world, name, (account) => account.advanceTo(target));
  const watch = new ClaimWatch(sender.id);
  for (;;) {
    const ready = await withAccount(store, world, name, async (account) => {
      const next = await advanceToDelivery(account, target);
      if (next === undefined || watch.isTaken(next.delivery)) return next;
      await account.apply({ result: undefined, changes: claimDelivery(next.delivery, sender.id) });
      return { ...next, claimedAt: performance.now() };
    });
    if (ready === undefined) return;
    if (ready.claimedAt === undefined) {
      await watch.wait(ready.delivery);
      continue;
    }
    // The process stood still, or the database did: another sender may have taken the delivery over.
    if (performance.now() - ready.claimedAt > freshClaim) continue;
    const response = await attempt(ready, world, name, sender.send);
    // Only now is the attempt recorded: a crash in between repeats it, and loses nothing.
    await withAccount(store, world, name, (account) => record(account, { ...ready, sender: sender.id }, response));
  }
}

/** Sends a delivery once more, whatever became of it. */
export async function replay(
  store: Store,
  world: World,
  { account: name, delivery: id, send }: { account: string; delivery: string; send: SendDelivery },
): Promise<Delivery> {
  const ready = await withAccount(store, world, name, async (account) => {
    const delivery = await find(account, "delivery", id);
    const endpoint = await find(account, "webhook_endpoint", delivery.endpoint);
    return { delivery, endpoint, event: await account.read("event", delivery.event) };
  });
  const response = await attempt(ready, world, name, send);
  return withAccount(store, world, name, async (account) => {
    const delivery = await account.read("delivery", id);
    return account.apply(recordReplay(delivery, { at: account.now, ...response }));
  });
}

/** Stops before the next delivery that is due; undefined at the target. */
async function advanceToDelivery(account: Account, target: Moment): Promise<ReadyDelivery | undefined> {
  for (;;) {
    const due = await account.records.nextDue(target, "delivery");
    // A decision on the way may make a delivery that is due before all others.
    const decision = await account.records.nextDue(due?.at ?? target, "decision");
    await account.advanceTo(Math.max(account.now, decision?.at ?? due?.at ?? target));
    if (decision !== undefined) continue;
    if (due === undefined) return undefined;
    const delivery = await account.read("delivery", due.subject);
    const endpoint = await account.records.find("webhook_endpoint", delivery.endpoint);
    if (endpoint !== undefined) return { delivery, endpoint, event: await account.read("event", delivery.event) };
    await account.apply({ result: undefined, changes: stopDelivery(delivery) });
  }
}

async function attempt(
  { event, endpoint, delivery }: ReadyDelivery,
  world: World,
  account: string,
  send: SendDelivery,
): Promise<Omit<DeliveryAttempt, "at">> {
  const { body, headers } = await sign(event, endpoint, world);
  try {
    // A redirect is not followed: it would carry the event to an address that nobody registered.
    const signal = AbortSignal.timeout(attemptTimeout);
    const init: RequestInit = { method: "POST", body, headers: { ...headers }, redirect: "manual", signal };
    const place = { account, delivery: delivery.id, attempt: delivery.attempts.length };
    const response = await send(endpoint.url, init, place);
    // The body is not read; a receiver cannot make it endless.
    await response.body?.cancel();
    return { status: response.status };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Signs with the wall's time, whatever the account's clock says: receivers compare it with their own. */
function sign(event: Event, { secret = "" }: WebhookEndpoint, world: World): Promise<SignedDelivery> {
  return signDelivery(event, secret, world.now());
}

async function record(
  account: Account,
  { delivery, endpoint, sender }: ReadyDelivery & { readonly sender: string },
  response: Omit<DeliveryAttempt, "at">,
): Promise<void> {
  // The account may have been restored meanwhile: what was sent then belongs to another world.
  const current = await account.records.find("delivery", delivery.id);
  if (current?.status !== "pending" || current.claim !== sender) return;
  const isDeleted = (await account.records.find("webhook_endpoint", endpoint.id)) === undefined;
  const recorded = recordAttempt(current, { at: account.now, ...response });
  const changes = isDeleted && response.status === undefined ? stopDelivery(current) : recorded;
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
      const endpoint = await account.records.find("webhook_endpoint", delivery.endpoint);
      if (endpoint !== undefined) all.push({ delivery, endpoint, event: await account.read("event", delivery.event) });
    }
    return all;
  });
  return Promise.all(
    ready.map(async ({ delivery: { attempts, status }, endpoint, event }) => {
      const signed = await sign(event, endpoint, world);
      return { ...signed, url: endpoint.url, event, attempts, status };
    }),
  );
}
