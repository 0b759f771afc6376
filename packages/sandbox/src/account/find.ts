import { apiError } from "@vinr/server";
import { ownProperties } from "@vinr/server/internal";
import type { RestrictedKey } from "../domain/restricted-key.js";
import type { ObjectKind, Objects, PageRequest } from "../store/store.js";
import type { Account } from "./account.js";

/** @throws {ApiError} `resource_not_found`. */
export async function find<Kind extends ObjectKind>(account: Account, kind: Kind, id: string): Promise<Objects[Kind]> {
  const found = await account.records.find(kind, id);
  if (found === undefined) throw apiError("resource_not_found", { resource: id });
  return found;
}

/** The restricted key with an id and a secret; undefined if the account has none with both. */
export async function findRestrictedKey(
  account: Account,
  { id, secret }: Pick<RestrictedKey, "id" | "secret">,
): Promise<RestrictedKey | undefined> {
  const key = await account.records.find("restricted_key", id);
  return key?.secret === secret ? key : undefined;
}

/** A page of a list, as the API sends it. */
export interface List<T> {
  object: "list";
  data: T[];
  page: { has_more: boolean; next_cursor: string | null; total_estimate: number };
}

/** @throws {ApiError} `parameter_invalid` for a cursor that is not in the list. */
export async function list<Kind extends ObjectKind>(
  account: Account,
  kind: Kind,
  page: PageRequest,
  parent?: string,
): Promise<List<Objects[Kind]>> {
  const own = ownProperties(page);
  const found = await account.records.list(kind, own, parent);
  if (found === undefined) {
    const param = own.starting_after === undefined ? "ending_before" : "starting_after";
    throw apiError("parameter_invalid", { param, message: `${param} must be the id of an object in the list.` });
  }
  const { data, hasOlder, total } = found;
  // An empty page has no next cursor, not even the one before the newest object.
  const next = hasOlder ? (data.at(-1)?.id ?? null) : null;
  return {
    object: "list",
    data: [...data],
    page: { has_more: next !== null, next_cursor: next, total_estimate: total },
  };
}
