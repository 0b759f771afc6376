import { type ApiError, apiError } from "@vinr/server";
import type { Change } from "../domain/decision.js";
import type { AccountContents, ObjectKind } from "../store/store.js";

/** The most that an account may hold. */
export interface Quotas {
  readonly payments: number;
  readonly webhookEndpoints: number;
  /**
   * Bytes that were written to the account since it was new, or was reset: objects and their changes, ledger entries, and
   * responses that are remembered. An attempt of a delivery counts once.
   */
  readonly bytes: number;
}

/** Requests that replace everything in an account. */
const replacing: readonly string[] = ["createReset", "createRestoration"];

export function isReplacing(operationId: string): boolean {
  return replacing.includes(operationId);
}

/** Requests to a full account that are still served: they make room. */
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
function fullAccount(held: string): ApiError {
  // Not a 429, which clients send again by themselves: waiting does not help.
  return apiError("permission_denied", {
    message: `This account is full: it has ${held}, the maximum for an account in this sandbox. Remove everything in it with POST /sandbox/resets, or continue with another key.`,
  });
}

/** The new part of a change: of a delivery, only its last attempt. The others were counted when they were made. */
export function addedBy(change: Change): object {
  return change.kind === "delivery" ? { ...change.object, attempts: change.object.attempts.slice(-1) } : change;
}

/** @throws {ApiError} if there is more than a quota allows. */
export function throwAbove(quota: number | undefined, count: number, unit: string): void {
  if (quota !== undefined && count > quota) throw fullAccount(`${quota.toLocaleString("en")} ${unit}`);
}

/**
 * The bytes of a snapshot that is restored.
 *
 * @throws {ApiError} if it has more than a quota allows.
 */
export function measureSnapshot(
  contents: AccountContents,
  { bytes, payments, webhookEndpoints }: Partial<Quotas>,
): number {
  const count = (wanted: ObjectKind) => contents.objects.filter(({ kind }) => kind === wanted).length;
  const size = JSON.stringify(contents).length;
  throwAbove(bytes, size, "bytes");
  throwAbove(payments, count("payment"), "payments");
  throwAbove(webhookEndpoints, count("webhook_endpoint"), "webhook endpoints");
  return size;
}
