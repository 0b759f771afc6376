import { type ApiKey, apiError, type OperationId } from "@vinr/server";
import { type World, withAccount } from "./account.js";
import { permissionOf, readKeyText } from "./domain/restricted-key.js";
import type { Store } from "./store/store.js";

interface Caller {
  readonly account: string;
}

/** Finds the account of a key for the merchant's API: of a restricted key that was made here, or by the name in the key. */
export function createAuthenticate(store: Store, world: World) {
  return async (key: ApiKey, context: { readonly operationId: OperationId }): Promise<Caller | undefined> => {
    const made = key.kind === "restricted" ? await findRestricted(store, world, key, context) : undefined;
    return made ?? findCaller(key, context);
  };
}

/**
 * The account of a restricted key; undefined for one that was not made here.
 *
 * @throws {ApiError} `expired_api_key` or `permission_denied`.
 */
async function findRestricted(
  store: Store,
  world: World,
  { value }: ApiKey,
  { operationId }: { readonly operationId: OperationId },
): Promise<Caller | undefined> {
  const parts = readKeyText(value);
  if (parts === undefined) return undefined;
  const { account: name, id, secret } = parts;
  const key = await withAccount(store, world, name, (account) => account.records.find("restricted_key", id));
  if (key?.secret !== secret) return undefined;
  if (key.status === "expired") throw apiError("expired_api_key");
  const wanted = permissionOf[operationId];
  if (key.permissions.includes(wanted)) return { account: name };
  throw apiError("permission_denied", { message: `The restricted key lacks the permission ${wanted}.` });
}

/**
 * The account of a key for the control API, which takes secret keys alone.
 *
 * @throws {ApiError} `expired_api_key` or `permission_denied`.
 */
export function findControlCaller(key: ApiKey, context: { readonly operationId: OperationId }): Caller | undefined {
  if (key.kind === "secret") return findCaller(key, context);
  throw apiError("permission_denied", {
    message: "The control API takes a secret key (sk_test_), not a restricted one.",
  });
}

/**
 * The account of a key: each has the name that follows its prefix, and need not exist. Keys with two beginnings are test keys in
 * the sense of test cards: `sk_test_expired…` has expired, and `rk_test_read…` may only read, in the account named after `read`.
 *
 * @throws {ApiError} `expired_api_key` or `permission_denied`.
 */
function findCaller(
  { value, kind }: ApiKey,
  { operationId }: { readonly operationId: OperationId },
): Caller | undefined {
  const account = value.replace(/^.._test_/, "");
  if (account.startsWith("expired")) throw apiError("expired_api_key");
  const [, readable] = (kind === "restricted" && /^read(.+)$/.exec(account)) || [];
  if (readable === undefined) return kind === "secret" ? { account } : undefined;
  if (/^(?:list|retrieve)/.test(operationId)) return { account: readable };
  const message = "The restricted key may only read: keys that start with rk_test_read retrieve and list.";
  throw apiError("permission_denied", { message });
}
