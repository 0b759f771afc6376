import { createHandler, type Handler, type RateLimiter } from "@vinr/server";
import type { World } from "./account.js";
import { createIdempotencyStore } from "./idempotency.js";
import { createOperations } from "./operations.js";
import type { Store } from "./store/store.js";

/** The merchant's API over a store, below `/v1`. Without `rateLimiter`, tests meet no limit. */
export function createApi(
  store: Store,
  world: World,
  rateLimiter?: RateLimiter<{ readonly account: string }>,
): Handler {
  return createHandler(createOperations(store, world), {
    idempotency: createIdempotencyStore(store, world),
    rateLimiter,
  });
}

/** The hosted page of a payment. */
export function checkoutUrlOf(payment: string): string {
  return `https://checkout.vinr.com/${payment}`;
}
