import { apiError, type OperationId } from "@vinr/server";
import type { Permission } from "../generated/types.js";

/** A key that may only do what its permissions name. */
export interface RestrictedKey {
  readonly id: string;
  /** The end of the key, which the id does not tell. */
  readonly secret: string;
  readonly permissions: readonly Permission[];
  readonly status: "active" | "expired";
  readonly created_at: string;
}

/** The permission that each operation takes. */
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

/** An id has so many characters after its prefix, and a secret too. */
const length = 7;

/** A server reads no key with more characters after its prefix. */
const longestName = 200;

/**
 * The key as a request carries it: the account's name, the end of the id and the secret, which have a fixed length.
 *
 * @throws {ApiError} `permission_denied` where no server would read it.
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

/** The parts of a key; undefined for one that the sandbox has not made. */
export function readKeyText(text: string): { account: string; id: string; secret: string } | undefined {
  const [, account, id, secret] = keyText.exec(text) ?? [];
  if (account === undefined) return undefined;
  return { account, id: `rkey_${id}`, secret: `whsec_${secret}` };
}

const keyText = new RegExp(`^rk_test_(.+)(.{${length}})(.{${length}})$`);

function endOf(id: string): string {
  return id.slice(-length);
}
