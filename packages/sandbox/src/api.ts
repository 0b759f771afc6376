import { createHandler, type Handler } from "@vinr/server";
import type { World } from "./account.js";
import { createIdempotencyStore } from "./idempotency.js";
import { createOperations } from "./operations.js";
import type { Store } from "./store/store.js";

/** The merchant's API over a store, below `/v1`. */
export function createApi(store: Store, world: World): Handler {
  return createHandler(createOperations(store, world), { idempotency: createIdempotencyStore(store, world) });
}

/** The hosted page of a payment. */
export function checkoutUrlOf(payment: string): string {
  return `https://checkout.vinr.com/${payment}`;
}
