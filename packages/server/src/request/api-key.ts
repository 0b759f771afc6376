import { type ApiError, apiError } from "../response/api-error.js";

/**
 * A server's environment: test keys work only against the sandbox, live keys only against production.
 *
 * @example
 * ```ts
 * const environment: Environment = process.env.NODE_ENV === "production" ? "production" : "sandbox";
 * ```
 */
export type Environment = "production" | "sandbox";

/**
 * A request's key: well-formed, for servers, and of this environment. `authenticate` decides whether it exists.
 *
 * @example
 * ```ts
 * function describe({ kind, environment }: ApiKey): string {
 *   return `a ${kind} key of the ${environment}`;
 * }
 * ```
 */
export interface ApiKey {
  /** A restricted key has only the permissions that it was given. */
  readonly kind: "restricted" | "secret";
  readonly environment: Environment;
  /** The whole key. It is a secret: compare hashes, and keep it out of logs. */
  readonly value: string;
}

/** More characters than any key's header has: an account's name keeps the whole header that it was cut from in memory. */
export const longestKeyHeader = 300;

const serverKey = /^(sk|rk)_(test|live)_[A-Za-z0-9]{1,200}$/;
const publishableKey = /^pk_(?:test|live)_/;

/**
 * Reads the key of a request. No message repeats it, even if it is wrong: it may be right elsewhere.
 *
 * @throws {ApiError} with status 401.
 */
export function readApiKey(headers: Headers, environment: Environment): ApiKey {
  const value = findKey(headers);
  const [, kind, mode] = serverKey.exec(value) ?? [];
  if (kind === undefined) throw rejectKey(value);
  if (environment !== (mode === "live" ? "production" : "sandbox")) {
    const message = `A ${mode} key does not work here: keys with _test_ work only in the sandbox, keys with _live_ only in production.`;
    throw apiError("api_key_wrong_environment", { message });
  }
  return { kind: kind === "rk" ? "restricted" : "secret", environment, value };
}

/** A key that the host does not know. */
export function unknownKey(): ApiError {
  return apiError("invalid_api_key", { message: "The API key does not exist." });
}

function findKey(headers: Headers): string {
  const authorization = headers.get("authorization");
  const header = authorization ?? headers.get("x-api-key");
  if (header === null) {
    throw apiError("api_key_missing", {
      message: "Send your secret key as Authorization: Bearer <key> or as X-Api-Key.",
    });
  }
  if (header.length > longestKeyHeader) return "";
  if (authorization === null) return header.trim();
  const key = /^bearer +([^ ]+) *$/i.exec(header)?.[1];
  if (key !== undefined) return key;
  const message = "The Authorization header must be the word Bearer, a space, and a secret key.";
  throw apiError("invalid_api_key", { message });
}

function rejectKey(value: string): ApiError {
  if (publishableKey.test(value)) {
    const message = "A publishable key (pk_) cannot be used here; use a secret key (sk_) or a restricted one (rk_).";
    return apiError("api_key_kind_not_allowed", { message });
  }
  const message = "The API key is malformed: keys start with sk_test_, sk_live_, rk_test_ or rk_live_.";
  return apiError("invalid_api_key", { message });
}
