import { apiError, type OperationId } from "@vinr/server";
import type { Permission } from "../generated/types.js";

/** A key that can do only what its permissions allow. */
export interface RestrictedKey {
  readonly id: string;
  /** The end of the key, which the id does not reveal. */
  readonly secret: string;
  readonly permissions: readonly Permission[];
  readonly status: "active" | "expired";
  readonly created_at: string;
}

/** The permission that each operation requires. */
export const permissionOf: Readonly<Record<OperationId, Permission>> = {
  createPayment: "payments:write",
  retrievePayment: "payments:read",
  listPayments: "payments:read",
  capturePayment: "payments:write",
  cancelPayment: "payments:write",
  createRefund: "refunds:write",
  retrieveRefund: "refunds:read",
  listRefunds: "refunds:read",
  createWebhookEndpoint: "webhook_endpoints:write",
  listWebhookEndpoints: "webhook_endpoints:read",
  deleteWebhookEndpoint: "webhook_endpoints:write",
  listSettlements: "settlements:read",
  retrieveSettlement: "settlements:read",
  listSettlementTransactions: "settlements:read",
};

/** All permissions. */
export const permissions: readonly Permission[] = [...new Set(Object.values(permissionOf))];

/** How many characters an id has after its prefix, and a secret too. */
const length = 7;

/** The longest key that a server reads, in characters after its prefix. */
const longestName = 200;

/**
 * The key as a request carries it: the account's name, the end of the id and the secret, which have a fixed length.
 *
 * @throws {ApiError} `permission_denied` if it would be too long for a server to read.
 */
export function keyTextOf(account: string, { id, secret }: RestrictedKey): string {
  const name = `${account}${endOf(id)}${endOf(secret)}`;
  if (name.length <= longestName) return `rk_test_${name}`;
  const message = `A restricted key contains the account's name, which may then have at most ${longestName - 2 * length} characters.`;
  throw apiError("permission_denied", { message });
}

/** The secret of a key, whose end has the length that a key has room for. */
export function secretOf(long: string): string {
  return `whsec_${endOf(long)}`;
}

/** The parts of a key; undefined for one that the sandbox did not create. */
export function readKeyText(text: string): { account: string; id: string; secret: string } | undefined {
  const [, account, id, secret] = keyText.exec(text) ?? [];
  if (account === undefined) return undefined;
  return { account, id: `rkey_${id}`, secret: `whsec_${secret}` };
}

const keyText = new RegExp(`^rk_test_(.+)(.{${length}})(.{${length}})$`);

function endOf(id: string): string {
  return id.slice(-length);
}
