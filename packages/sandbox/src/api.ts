import { createHandler, type Handler, type HandlerOptions, type RateLimiter } from "@vinr/server";
import { ownProperties } from "@vinr/server/internal";
import type { World } from "./account/world.js";
import { type Caller, createAuthenticate } from "./caller.js";
import { idOf, seedOf } from "./domain/ids.js";
import type { FaultyApi } from "./faults/faulty-api.js";
import { createIdempotencyStore } from "./idempotency.js";
import { createOperations } from "./operations.js";
import type { Store } from "./store/store.js";

/** The parts of the merchant's API that differ between a test and a server. */
export interface ApiOptions {
  /** Default: tests meet no limit. */
  readonly rateLimiter?: RateLimiter<Caller> | undefined;
  /** The faults that strike requests. Default: none. */
  readonly faults?: FaultyApi | undefined;
  /** The largest body that is read, in bytes. Default: the server's own. */
  readonly maxBodyBytes?: number | undefined;
  /** Default: random, since several processes may serve one sandbox. */
  readonly createRequestId?: (() => string) | undefined;
  /** Default: printed. */
  readonly onError?: HandlerOptions["onError"];
}

/** The merchant's API over a store, below `/v1`. */
export function createApi(store: Store, world: World, options: ApiOptions = {}): Handler {
  const { rateLimiter = unlimited(world), faults, createRequestId, maxBodyBytes, onError } = ownProperties(options);
  const authenticate = createAuthenticate(store, world);
  const operations = createOperations(store, world);
  const handler = createHandler(faults?.withDeclines(operations) ?? operations, {
    idempotency: createIdempotencyStore(store, world),
    rateLimiter: faults?.limit(rateLimiter) ?? rateLimiter,
    createRequestId,
    maxBodyBytes,
    onError,
    async authenticate(key, context) {
      const caller = await authenticate(key, context);
      return caller && faults ? faults.meet(caller, context.operationId, context.request) : caller;
    },
  });
  return faults?.wrap(handler, world.now) ?? handler;
}

/** Request ids decided by the sandbox's seed, so the same requests get the same responses, byte for byte. */
export function createSeededRequestIds({ seed }: World): () => string {
  const idSeed = seedOf(`${seed} requests`);
  let count = 0;
  return () => idOf("req", idSeed, count++);
}

/** A full bucket of the documented plan, timed by the sandbox's own clock. */
function unlimited({ now }: World): RateLimiter<unknown> {
  return { take: () => ({ isAllowed: true, limit: 25, remaining: 50, reset: Math.floor(now() / 1000) }) };
}

/** The hosted page of a payment. */
export function checkoutUrlOf(payment: string): string {
  return `https://checkout.vinr.com/${payment}`;
}
