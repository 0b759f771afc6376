import {
  apiError,
  type Payment,
  type Refund,
  type Settlement,
  type SettlementTransaction,
  type WebhookEndpoint,
} from "@vinr/server";

/** The objects of one account, the oldest first. */
export interface Account {
  readonly payments: Map<string, Payment>;
  /** The payments that stop at `authorized`, by their ids. */
  readonly capturedLater: Set<string>;
  readonly refunds: Map<string, Refund>;
  readonly webhookEndpoints: Map<string, WebhookEndpoint>;
  /** The secrets of the webhook endpoints, by their ids. */
  readonly secrets: Map<string, string>;
  readonly settlements: Map<string, Settlement>;
  /** The transactions of each settlement, by its id. */
  readonly transactions: Map<string, readonly SettlementTransaction[]>;
}

/** Finds the objects of a caller's account. Every object is looked up here: an id alone opens nothing. */
export type Accounts = (caller: { readonly account: string }) => Account;

/** Accounts in memory. Yours are in a database. */
export function createAccounts(): Accounts {
  const accounts = new Map<string, Account>();
  return ({ account: name }) => {
    const account = accounts.get(name) ?? createAccount();
    accounts.set(name, account);
    return account;
  };
}

function createAccount(): Account {
  return {
    payments: new Map(),
    capturedLater: new Set(),
    refunds: new Map(),
    webhookEndpoints: new Map(),
    secrets: new Map(),
    settlements: new Map(),
    transactions: new Map(),
  };
}

/**
 * Finds an object by its id.
 *
 * @throws {ApiError} `resource_not_found`, with the id.
 */
export function find<T>(objects: ReadonlyMap<string, T>, id: string): T {
  const object = objects.get(id);
  if (object === undefined) throw apiError("resource_not_found", { resource: id });
  return object;
}

/** Makes the id of a new object, with 122 random bits. */
export function createId(prefix: "pay" | "re" | "we"): string {
  return `${prefix}_${crypto.randomUUID().replaceAll("-", "")}`;
}

/** The time of now, as `created_at` has it. */
export function now(): string {
  return new Date().toISOString();
}
