import { apiError } from "@vinr/server";
import { type Store, StoreUnavailableError } from "./store.js";

/** A store for the API: to a client, a database that is away is a 503, which it retries with the same idempotency key. */
export function reportOutages(store: Store): Store {
  return {
    accountsWithDeliveries: () => store.accountsWithDeliveries(),
    close: () => store.close(),
    async transact(account, work) {
      try {
        return await store.transact(account, work);
      } catch (error) {
        if (!(error instanceof StoreUnavailableError)) throw error;
        throw apiError("service_unavailable", { message: error.message, retryAfter: 1 });
      }
    },
  };
}
