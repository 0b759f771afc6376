import { apiError } from "@vinr/server";
import { type Store, StoreUnavailableError } from "./store.js";

/**
 * A store for the API: if the database is away, a client gets a 503, which it retries with the same idempotency key.
 */
export function reportOutages(store: Store): Store {
  return {
    accountsWithDueWork: (until, limit) => store.accountsWithDueWork(until, limit),
    findAccount: (publicId) => reportOutage(store.findAccount(publicId)),
    close: () => store.close(),
    transact: (account, work) => reportOutage(store.transact(account, work)),
  };
}

/** The result of work on a store. An outage of the store is an `ApiError`. */
export async function reportOutage<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    throw apiError("service_unavailable", { message: error.message, retryAfter: 1, cause: error });
  }
}
