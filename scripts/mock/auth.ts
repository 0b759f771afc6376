/** Authentication, as far as a mock can check it: that there is a key, and that it is a secret one. */
import { Refusal } from "./refusal.ts";

const secretKey = /^(?:sk|rk)_(?:test|live)_[A-Za-z0-9]+$/;
const publishableKey = /^pk_(?:test|live)_/;

/**
 * Refuses a request without a well-formed secret or restricted key. Test and live keys are both taken: which server
 * a key belongs to is for the real API to decide.
 */
export function authenticate(headers: Readonly<Record<string, string>>): void {
  const key = findKey(headers);
  if (publishableKey.test(key)) {
    throw refuse("This operation takes a secret key (sk_…) or a restricted key (rk_…), not a publishable one (pk_…).");
  }
  // The key itself is never repeated, not even a wrong one: it may be a right one for somewhere else.
  if (!secretKey.test(key)) {
    throw refuse("The API key is malformed: keys start with sk_test_, sk_live_, rk_test_ or rk_live_.");
  }
}

function findKey(headers: Readonly<Record<string, string>>): string {
  const { authorization } = headers;
  if (authorization === undefined) {
    const key = headers["x-api-key"];
    if (key !== undefined) return key.trim();
    throw refuse("No API key. Send Authorization: Bearer <secret key>, or X-Api-Key: <secret key>.");
  }
  const [scheme = "", key = "", ...rest] = authorization.trim().split(/ +/);
  if (scheme.toLowerCase() !== "bearer" || key === "" || rest.length > 0) {
    throw refuse("The Authorization header has to be the word Bearer, a space, and a secret key.");
  }
  return key;
}

function refuse(message: string): Refusal {
  return new Refusal(401, "invalid_api_key", message, undefined, { "www-authenticate": 'Bearer realm="VINR"' });
}
