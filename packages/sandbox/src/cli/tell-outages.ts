import { type Store, StoreUnavailableError } from "../store/store.js";

/** How long after a report the same outage is reported again, in milliseconds. */
const silence = 60_000;

/** A store that reports its outages, rather than each request that meets one. */
export function tellOutages(store: Store, tell: (outage: StoreUnavailableError) => void): Store {
  const toldAt = new Map<string, number>();

  async function watch<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof StoreUnavailableError) tellOnce(error);
      throw error;
    }
  }

  function tellOnce(outage: StoreUnavailableError): void {
    const now = performance.now();
    if (now - (toldAt.get(outage.message) ?? Number.NEGATIVE_INFINITY) < silence) return;
    toldAt.set(outage.message, now);
    tell(outage);
  }

  return {
    accountsWithDueWork: (until, limit) => watch(store.accountsWithDueWork(until, limit)),
    findAccount: (publicId) => watch(store.findAccount(publicId)),
    transact: (account, work) => watch(store.transact(account, work)),
    close: () => store.close(),
  };
}
