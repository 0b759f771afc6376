import { type ApiKey, apiError, type OperationId } from "@vinr/server";

/**
 * The account of a key: each has the name that follows its prefix, and need not exist. Keys with two beginnings are test keys in
 * the sense of test cards: `sk_test_expired…` has expired, and `rk_test_read…` may only read, in the account named after `read`.
 *
 * @throws {ApiError} `expired_api_key` or `permission_denied`.
 */
export function findCaller(
  { value, kind }: ApiKey,
  { operationId }: { readonly operationId: OperationId },
): { readonly account: string } {
  const account = value.replace(/^.._test_/, "");
  if (account.startsWith("expired")) throw apiError("expired_api_key");
  const [, readable] = (kind === "restricted" && /^read(.+)$/.exec(account)) || [];
  if (readable === undefined) return { account };
  if (/^(?:list|retrieve)/.test(operationId)) return { account: readable };
  const message = "The restricted key may only read: keys that start with rk_test_read retrieve and list.";
  throw apiError("permission_denied", { message });
}
