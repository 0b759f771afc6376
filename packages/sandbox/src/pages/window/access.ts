import { apiError } from "@vinr/server";
import { parse, serialize } from "hono/utils/cookie";
import type { World } from "../../account/world.js";
import { findControlCaller } from "../../caller.js";
import { accountOfSecretKey, secretKeyOf } from "../../domain/secret-key.js";
import { isFromOwnPage } from "../same-origin.js";

const cookieName = "vinr_sandbox_key";

/** The account whose key a browser keeps; undefined if it keeps none. */
export function findKeptAccount(headers: Headers, world: World): string | undefined {
  const key = parse(headers.get("cookie") ?? "", cookieName)[cookieName];
  try {
    return key === undefined ? undefined : readAccount(key, world);
  } catch {
    return undefined;
  }
}

/**
 * The account of a secret key.
 *
 * @throws {ApiError} that does not repeat the key.
 */
export function readAccount(key: string, world: World): string {
  const value = key.trim();
  if (accountOfSecretKey(value) === undefined) {
    const message = "A sandbox key is sk_test_ followed by letters and digits.";
    throw apiError("invalid_api_key", { message });
  }
  return findControlCaller({ kind: "secret", environment: "sandbox", value }, world).account;
}

/**
 * A cookie that keeps an account's key until the browser closes, out of reach of scripts and of other sites. Null
 * deletes it.
 */
export function keyCookie(account: string | null, isSecure: boolean): string {
  const lifetime = account === null ? { maxAge: 0 } : {};
  const value = account === null ? "" : secretKeyOf(account);
  return serialize(cookieName, value, { httpOnly: true, sameSite: "Strict", path: "/", secure: isSecure, ...lifetime });
}

/**
 * Whether a form was sent by a page of this server. Browsers name the origin of each page that sends a form: other
 * sites, frames that hide their origin (`null`) and other ports are not ours. A form without an origin is not from a
 * browser: programs use the APIs, with a key.
 */
export function isOwnForm(request: Request, publicUrl: string | undefined): boolean {
  return request.headers.has("origin") && isFromOwnPage(request, publicUrl);
}
