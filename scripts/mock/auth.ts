/** Authentication, as far as a mock can check it: that there is a key, and that it is a secret one. */
import { Refusal, type RefusalCode } from "./refusal.ts";

const secretKey = /^(?:sk|rk)_(?:test|live)_[A-Za-z0-9]+$/;
const publishableKey = /^pk_(?:test|live)_/;

/**
 * Refuses a request without a well-formed secret or restricted key. Test and live keys are both taken: which server
 * a key belongs to is for the real API to decide.
 */
export function authenticate(headers: Readonly<Record<string, string>>): void {
  const key = findKey(headers);
  if (publishableKey.test(key)) {
    const message = "A publishable key (pk_) cannot be used here; use a secret key (sk_) or a restricted one (rk_).";
    throw refuse("api_key_kind_not_allowed", message);
  }
  // The key itself is never repeated, not even a wrong one: it may be a right one for somewhere else.
  if (!secretKey.test(key)) {
    throw refuse(
      "invalid_api_key",
      "The API key is malformed: keys start with sk_test_, sk_live_, rk_test_ or rk_live_.",
    );
  }
}

function findKey(headers: Readonly<Record<string, string>>): string {
  const { authorization } = headers;
  if (authorization === undefined) {
    const key = headers["x-api-key"];
    if (key !== undefined) return key.trim();
    throw refuse("api_key_missing", "Send your secret key as Authorization: Bearer <key> or as X-Api-Key.");
  }
  const [scheme = "", key = "", ...rest] = authorization.trim().split(/ +/);
  if (scheme.toLowerCase() !== "bearer" || key === "" || rest.length > 0) {
    throw refuse("invalid_api_key", "The Authorization header has to be the word Bearer, a space, and a secret key.");
  }
  return key;
}

function refuse(code: RefusalCode, message: string): Refusal {
  return new Refusal(code, message, undefined, { "www-authenticate": 'Bearer realm="VINR"' });
}
