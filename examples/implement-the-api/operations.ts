import { paymentOperations } from "./payments.ts";
import type { Accounts } from "./records.ts";
import { refundOperations } from "./refunds.ts";
import { settlementOperations } from "./settlements.ts";
import { webhookEndpointOperations } from "./webhook-endpoints.ts";

/** The whole API: `createHandler` does not compile while one is missing. */
export function createOperations(accounts: Accounts) {
  return {
    ...paymentOperations(accounts),
    ...refundOperations(accounts),
    ...webhookEndpointOperations(accounts),
    ...settlementOperations(accounts),
  };
}
