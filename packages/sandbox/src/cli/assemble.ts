import { createHmac, randomBytes, randomInt } from "node:crypto";
import { createTokenBucket, type HandlerOptions, type RateLimiter } from "@vinr/server";
import { ownProperties, sandboxPlan } from "@vinr/server/internal";
import type { World } from "../account/world.js";
import { createApi } from "../api.js";
import type { Caller } from "../caller.js";
import { withShortChunks } from "../chunked-bodies.js";
import { createControlApi } from "../control/control-api.js";
import type { SendDelivery } from "../deliveries/attempt.js";
import { Deliveries } from "../deliveries/deliveries.js";
import { createForward } from "../domain/forward.js";
import { Faults } from "../faults/faults.js";
import { FaultyApi, waitByTimer } from "../faults/faulty-api.js";
import { createPagesOnDemand } from "../pages/pages-on-demand.js";
import { Recording } from "../pages/window/recording/recording.js";
import { reportOutages } from "../store/report-outages.js";
import type { Store } from "../store/store.js";
import { DeliveryLoop } from "./delivery-loop.js";
import type { Hosting } from "./hosting/hosting.js";
import type { Telemetry } from "./hosting/telemetry.js";

/** The settings that the parts of a server share. */
export interface Assembly {
  readonly publicUrl: string | undefined;
  readonly hasRateLimit: boolean;
  /** Sends deliveries to endpoints that accounts have registered. */
  readonly send: SendDelivery;
  /** The most deliveries sent at once. Undefined: no limit. */
  readonly deliveriesAtOnce: number | undefined;
  /** The address of `--forward-to`. If accounts show another one in its place, they show nothing of its responses. */
  readonly forwardTo: string | undefined;
  /** The most requests worked on at once. Undefined: no limit. */
  readonly requestsAtOnce: number | undefined;
  readonly telemetry: Telemetry | undefined;
  /** The account shown to anyone without a key. Undefined: none. */
  readonly openAccount: string | undefined;
  /** Whether other processes may serve the same accounts. */
  readonly isShared: boolean;
  /** Called with unexpected errors. */
  readonly onError: ErrorListener;
}

/** Called with an unexpected error, and the id of the request in which it happened, if any. */
export type ErrorListener = (error: unknown, requestId?: string) => void;

/**
 * Below this is the number of the first request where each process has its own: a link to a request leads to no other
 * one if a load balancer gives it to another process.
 */
const mostRandom = 2 ** 40;

/** The parts of the server over a store. */
export function assemble(opened: Store, world: World, assembly: Assembly) {
  const { publicUrl, hasRateLimit, openAccount, isShared, onError } = assembly;
  const firstRequest = isShared ? randomInt(mostRandom) : undefined;
  const recording = new Recording({ now: world.now, openAccount, firstRequest });
  const watched = recording.watch(opened);
  const faults = new Faults(world.seed);
  const send = chooseSend(assembly, world, recording);
  const deliveries = new Deliveries(watched, world, send, faults, assembly.deliveriesAtOnce);
  // Twice as many accounts run as send: while some look for due work, others send. Some also wait for a request to
  // their account.
  const { deliveriesAtOnce = Number.POSITIVE_INFINITY, requestsAtOnce = Number.POSITIVE_INFINITY } = assembly;
  const mostRunning = 2 * deliveriesAtOnce + requestsAtOnce;
  const loop = new DeliveryLoop(watched, world, deliveries, onError, mostRunning);
  const store = reportOutages(loop.watch());
  const rateLimiter = hasRateLimit ? createBuckets() : undefined;
  const report: HandlerOptions["onError"] = (error, { requestId }) => onError(error, requestId);
  const apiOptions = { rateLimiter, faults: new FaultyApi(faults, waitByTimer), onError: report };
  const createBounded = (maxBodyBytes?: number) => createApi(store, world, { ...apiOptions, maxBodyBytes });
  const api = recording.recordRequests(withShortChunks(createBounded));
  const control = recording.recordRequests(createControlApi(store, world, deliveries, faults, report));
  const shared = { world, publicUrl, onError };
  const seen = { store: reportOutages(opened), apis: { api, control }, recording };
  const pages = createPagesOnDemand({ checkout: { ...shared, store }, window: { ...shared, ...seen, openAccount } });
  return { api, control, pages, deliveries, loop };
}

/** A bucket of the documented plan for each key. */
function createBuckets(): RateLimiter<Caller> {
  const buckets = createTokenBucket(sandboxPlan);
  // Neither a name nor an id has a space.
  return { take: (caller) => buckets.take(caller && { account: `${caller.account} ${caller.keyId ?? ""}` }) };
}

/** Whoever started the server chose the address of `--forward-to`, so it may be on this machine or in its network. */
function chooseSend({ send, telemetry, forwardTo }: Assembly, { forward }: World, recording: Recording): SendDelivery {
  const trace = telemetry?.traceDeliveries ?? ((one: SendDelivery) => one);
  const toRegistered = recording.recordAttempts(trace(send));
  if (forward === undefined || forwardTo === undefined) return toRegistered;
  const isShown = forward.url === forwardTo;
  const toForward = isShown ? recording.recordAttempts(trace(fetch)) : hideReceiver(trace(fetch), forwardTo);
  return (url, init, place) => (place.endpoint === forward.id ? toForward : toRegistered)(url, init, place);
}

/** Sends to an address of which nothing is kept: no headers and no body, and no error that names it. */
function hideReceiver(send: SendDelivery, address: string): SendDelivery {
  return async (_, init, place) => {
    try {
      return await send(address, init, place);
    } catch (error) {
      if (error instanceof Error && error.name === "TimeoutError") throw error;
      throw new Error("The server of --forward-to has not responded.");
    }
  };
}

interface WorldSettings {
  readonly seed: string;
  readonly forwardTo: string | undefined;
  readonly hosting: Hosting;
  readonly findOrigin: () => string;
}

/** A world with hosted pages, at an origin that is known once the server listens. */
export function createWorld({ seed, forwardTo, hosting, findOrigin }: WorldSettings): World {
  const { quotas, shortestName } = hosting;
  return ownProperties({
    now: Date.now,
    seed,
    checkoutUrlOf: (payment, publicId) => `${findOrigin()}/checkout/${publicId}/${payment}`,
    publicIdOf: (account) => publicIdOf(account, seed),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    ...(forwardTo === undefined
      ? {}
      : { forward: createForward(addressOf(forwardTo, hosting), forwardSecretOf(seed)) }),
    ...(quotas === undefined ? {} : { quotas }),
    ...(shortestName === undefined ? {} : { shortestName, randomText }),
  });
}

/** The address of `--forward-to` as the window shows it in every account. */
function addressOf(forwardTo: string, { isHosted }: Hosting): string {
  return isHosted ? "the server of --forward-to" : forwardTo;
}

/**
 * Random letters. Unlike ids, the seed does not decide them: whoever sees some ids could compute others. No digits: a
 * long run of them may look like a card number.
 */
function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => String.fromCharCode(97 + (byte % 26))).join("");
}

/**
 * The secret of `--forward-to`. The seed decides it, so it can stay in a settings file. It is not made in the way of
 * ids: whoever sees the ids of one account can compute all that the seed makes in that way.
 */
function forwardSecretOf(seed: string): string {
  return `whsec_${hash("forward to", seed).slice(0, 48)}`;
}

/** Names an account where customers see it, since its own name is its key. A public id does not reveal the name. */
function publicIdOf(account: string, seed: string): string {
  return `acct_${hash(account, seed).slice(0, 32)}`;
}

/** Reveals nothing about the seed. No account has a name with a space. */
function hash(text: string, seed: string): string {
  return createHmac("sha256", seed).update(text).digest("hex");
}
