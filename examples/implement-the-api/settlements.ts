import type { PartialOperations } from "@vinr/server";
import { paginate } from "./paginate.ts";
import { type Accounts, find } from "./records.ts";

/** The operations on settlements, which are read alone. */
export function settlementOperations(accounts: Accounts) {
  return {
    listSettlements({ query, caller }) {
      return { status: 200, body: paginate(accounts(caller).settlements.values(), query) };
    },

    retrieveSettlement: ({ path, caller }) => ({ status: 200, body: find(accounts(caller).settlements, path.id) }),

    listSettlementTransactions({ path: { id }, query, caller }) {
      const { settlements, transactions } = accounts(caller);
      find(settlements, id);
      return { status: 200, body: paginate(transactions.get(id) ?? [], query) };
    },
  } satisfies PartialOperations;
}
