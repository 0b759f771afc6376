import { type ApiKey, apiError, type OperationId } from "@vinr/server";
import { findRestrictedKey } from "./account/find.js";
import { withAccount } from "./account/with-account.js";
import type { World } from "./account/world.js";
import { permissionOf, readKeyText } from "./domain/restricted-key.js";
import type { Store } from "./store/store.js";

/** Who sends a request. */
export interface Caller {
  readonly account: string;
  /** The id of a restricted key; undefined for the account's secret one. */
  readonly keyId: string | undefined;
}

/** Finds the account of a key for the merchant's API. A restricted key must have been created here. */
export function createAuthenticate(store: Store, world: World) {
  return async (key: ApiKey, { operationId }: { readonly operationId: OperationId }): Promise<Caller | undefined> =>
    key.kind === "restricted" ? findRestricted(store, world, key, operationId) : accountOf(key, world);
}

/**
 * The account of a restricted key; undefined for one that was not created here.
 *
 * @throws {ApiError} `expired_api_key` or `permission_denied`.
 */
async function findRestricted(
  store: Store,
  world: World,
  { value }: ApiKey,
  operationId: OperationId,
): Promise<Caller | undefined> {
  const parts = readKeyText(value);
  if (parts === undefined) return undefined;
  const { account: name, id } = parts;
  const key = await withAccount(store, world, name, (account) => findRestrictedKey(account, parts));
  if (key === undefined) return undefined;
  if (key.status === "expired") throw apiError("expired_api_key");
  const wanted = permissionOf[operationId];
  if (key.permissions.includes(wanted)) return { account: name, keyId: id };
  throw apiError("permission_denied", { message: `The restricted key lacks the permission ${wanted}.` });
}

/**
 * The account of a key for the control API, which takes secret keys alone.
 *
 * @throws {ApiError} `expired_api_key` or `permission_denied`.
 */
export function findControlCaller(key: ApiKey, world: World): Caller {
  if (key.kind === "secret") return accountOf(key, world);
  throw apiError("permission_denied", {
    message: "The control API takes a secret key (sk_test_), not a restricted one.",
  });
}

/**
 * The account of a secret key has the name that follows its prefix, and need not exist. In the sense of test cards,
 * `sk_test_expired…` is a key that has expired.
 *
 * @throws {ApiError} `expired_api_key`, or `invalid_api_key` if others could guess it.
 */
function accountOf({ value }: ApiKey, { shortestName = 1 }: World): Caller {
  const account = value.replace(/^sk_test_/, "");
  if (account.startsWith("expired")) throw apiError("expired_api_key");
  if (account.length >= shortestName) return { account, keyId: undefined };
  throw apiError("invalid_api_key", {
    message: `This sandbox is shared, and others could guess this key. Make your own: sk_test_ followed by at least ${shortestName} random letters and digits, such as the output of openssl rand -hex 16.`,
  });
}
