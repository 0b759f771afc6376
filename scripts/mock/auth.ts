/** Authentication, as far as a mock can check it: there is a key, and it is a secret or restricted one. */
import { ApiError, type ErrorCode } from "./api-error.ts";

const secretKey = /^(?:sk|rk)_(?:test|live)_[A-Za-z0-9]+$/;
const publishableKey = /^pk_(?:test|live)_/;

/**
 * Throws unless a request has a well-formed secret or restricted key. Accepts test and live keys alike: only the real API
 * knows which server a key belongs to.
 */
export function authenticate(headers: Readonly<Record<string, string>>): void {
  const key = findKey(headers);
  if (publishableKey.test(key)) {
    const message = "A publishable key (pk_) cannot be used here; use a secret key (sk_) or a restricted one (rk_).";
    throw unauthorized("api_key_kind_not_allowed", message);
  }
  // Never repeats the key, not even a wrong one: it may be the right one for another service.
  if (!secretKey.test(key)) {
    throw unauthorized(
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
    throw unauthorized("api_key_missing", "Send your secret key as Authorization: Bearer <key> or as X-Api-Key.");
  }
  const [scheme = "", key = "", ...rest] = authorization.trim().split(/ +/);
  if (scheme.toLowerCase() !== "bearer" || key === "" || rest.length > 0) {
    throw unauthorized(
      "invalid_api_key",
      "The Authorization header must be the word Bearer, a space, and a secret key.",
    );
  }
  return key;
}

function unauthorized(code: ErrorCode, message: string): ApiError {
  return new ApiError(code, message, undefined, { "www-authenticate": 'Bearer realm="VINR"' });
}
