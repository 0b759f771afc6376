import { apiError } from "@vinr/server";
import type { Account } from "../account/account.js";
import { find, findRestrictedKey } from "../account/find.js";
import { permissions as known, type RestrictedKey, readKeyText, secretOf } from "../domain/restricted-key.js";
import { timestampOf } from "../domain/time.js";
import type { Permission } from "../generated/types.js";

/** @throws {ApiError} `parameter_invalid` without permissions, or for one that does not exist. */
export async function createRestrictedKey(account: Account, wanted: readonly Permission[]): Promise<RestrictedKey> {
  const unknown = wanted.find((permission) => !known.includes(permission));
  if (unknown !== undefined || wanted.length === 0) {
    const message = `The permissions of a restricted key must be one or more of ${known.join(", ")}.`;
    throw apiError("parameter_invalid", { param: "permissions", message });
  }
  const { newId, now } = account.context;
  const key: RestrictedKey = {
    id: newId("rkey"),
    secret: secretOf(newId("whsec")),
    permissions: [...new Set(wanted)],
    status: "active",
    created_at: timestampOf(now),
  };
  return account.apply({ result: key, changes: [{ kind: "restricted_key", object: key }] });
}

/**
 * The id of a restricted key of the account with a name.
 *
 * @throws {ApiError} `resource_not_found`, also for another account's key, and for one with another secret.
 */
export async function findKeyId(account: Account, name: string, key: string): Promise<string> {
  const parts = readKeyText(key);
  const found = parts?.account === name ? await findRestrictedKey(account, parts) : undefined;
  if (found === undefined) throw apiError("resource_not_found", { resource: parts?.id ?? "" });
  return found.id;
}

/** @throws {ApiError} `resource_not_found`. */
export async function expireRestrictedKey(account: Account, id: string): Promise<RestrictedKey> {
  const key: RestrictedKey = { ...(await find(account, "restricted_key", id)), status: "expired" };
  return account.apply({ result: key, changes: [{ kind: "restricted_key", object: key }] });
}
