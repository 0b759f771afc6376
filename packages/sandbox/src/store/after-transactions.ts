import type { Store } from "./store.js";

/** The same store, which calls a function with the account of each committed transaction. */
export function afterTransactions(store: Store, tell: (account: string) => void): Store {
  return {
    accountsWithDueWork: (until, limit) => store.accountsWithDueWork(until, limit),
    findAccount: (publicId) => store.findAccount(publicId),
    close: () => store.close(),
    transact: async (account, work) => {
      const result = await store.transact(account, work);
      tell(account);
      return result;
    },
  };
}
