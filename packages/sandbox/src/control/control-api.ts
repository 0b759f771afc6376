import type { Handler, HandlerOptions, IdempotencyStore } from "@vinr/server";
import { createHandlerOf } from "@vinr/server/internal";
import type { Account } from "../account/account.js";
import type { World } from "../account/world.js";
import { findControlCaller } from "../caller.js";
import { withShortChunks } from "../chunked-bodies.js";
import type { Deliveries } from "../deliveries/deliveries.js";
import { Faults } from "../faults/faults.js";
import { operations } from "../generated/responses.js";
import { createIdempotencyStore, createLooseIdempotencyStore } from "../idempotency.js";
import type { Store } from "../store/store.js";
import { findBoundedOperation } from "./bounded-values.js";
import { maxRestorationBytes } from "./limits.js";
import { createControlOperations, sendingOperations } from "./operations.js";

/** The control API over a store, below `/sandbox`: `spec/sandbox.yaml`, served as the merchant's API is. */
export function createControlApi(
  store: Store,
  world: World,
  deliveries: Deliveries,
  faults = new Faults(world.seed),
  onError?: HandlerOptions["onError"],
): Handler {
  const implemented = createControlOperations(store, world, { deliveries, faults });
  const idempotency = chooseStore(store, world);
  const create = (maxBodyBytes?: number) =>
    createHandlerOf({ findOperation: findBoundedOperation, operations }, implemented, {
      basePath: "/sandbox",
      authenticate: (key) => findControlCaller(key, world),
      idempotency,
      maxBodyBytes,
      onError,
    });
  const [handle, handleRestoration] = [withShortChunks(create), create(maxRestorationBytes)];
  // Only a snapshot may be large.
  return (request) => (new URL(request.url).pathname === restorations ? handleRestoration(request) : handle(request));
}

const restorations = "/sandbox/restorations";

function chooseStore(store: Store, world: World): IdempotencyStore<Account | number> {
  const strict = createIdempotencyStore(store, world);
  const loose = createLooseIdempotencyStore(store, world);
  return {
    run(request, effect) {
      const isSending = sendingOperations.some((id) => id === request.operationId);
      return (isSending ? loose : strict).run(request, effect);
    },
  };
}
