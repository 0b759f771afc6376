import { type ApiError, apiError } from "@vinr/server";

/** The most that an account may hold. Undefined where nobody else is served. */
export interface Quotas {
  readonly payments: number;
  readonly webhookEndpoints: number;
  /**
   * Bytes that were written to the account since it was new, or was reset: objects and their changes, ledger entries, and
   * responses that are remembered. An attempt of a delivery counts once.
   */
  readonly bytes: number;
}

/** Requests that put something else in the place of everything in an account. */
const replacing: readonly string[] = ["createReset", "createRestoration"];

export function isReplacing(operationId: string): boolean {
  return replacing.includes(operationId);
}

/** Requests to a full account that are served all the same: they make room. */
const makingRoom: readonly string[] = [
  ...replacing,
  "createRestrictedKeyExpiration",
  "deleteFault",
  "deleteWebhookEndpoint",
];

export function isMakingRoom(operationId: string): boolean {
  return makingRoom.includes(operationId);
}

/** The error of a request to an account that is full. `held` is the thing that it has too many of, in words. */
export function fullAccount(held: string): ApiError {
  // Not a 429, which clients send again by themselves: waiting does not help.
  return apiError("permission_denied", {
    message: `This account is full: it has ${held}, the most that this sandbox keeps of one account. Remove everything in it with POST /sandbox/resets, or go on with another key.`,
  });
}
