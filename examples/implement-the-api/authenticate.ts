import { type ApiKey, apiError, type Caller, type OperationId } from "@vinr/server";

/** Who sends a request: an account, by one of its keys. */
export interface Merchant extends Caller {
  readonly keyId: string;
}

/** A key as it is stored: by its hash, never itself. */
export interface StoredKey {
  readonly id: string;
  readonly account: string;
  /** Milliseconds since the epoch; absent for a key that does not expire. */
  readonly expiresAt?: number;
  /** The operations that a restricted key allows; absent for a secret key, which allows all. */
  readonly permissions?: ReadonlySet<OperationId>;
}

/** Makes an `authenticate` over stored keys: by their hashes, which takes the same time for every wrong key. */
export function createAuthenticate(findKey: (hash: string) => Promise<StoredKey | undefined>) {
  return async ({ value }: ApiKey, { operationId }: { operationId: OperationId }): Promise<Merchant | undefined> => {
    const key = await findKey(await hashKey(value));
    if (key === undefined) return undefined; // a 401, invalid_api_key
    if (key.expiresAt !== undefined && key.expiresAt <= Date.now()) throw apiError("expired_api_key");
    if (key.permissions?.has(operationId) === false) throw apiError("permission_denied");
    return { account: key.account, keyId: key.id };
  };
}

/** The SHA-256 of a key, in hex. A key is random, so that it needs no salt. */
export async function hashKey(value: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(value));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
