import { invalidOption } from "./check-options.js";

/** Where a key works: `live` moves real money, `test` is the sandbox. */
export type Environment = "live" | "test";

/** The host of each environment. */
const hosts: Readonly<Record<Environment, string>> = { live: "api.vinr.com", test: "sandbox.api.vinr.com" };

/**
 * The environment that a key names by its prefix.
 *
 * @throws {VinrError} `invalid_option` for what is no secret or restricted key.
 */
export function readEnvironment(secretKey: unknown): Environment {
  const [, environment] = /^[sr]k_(live|test)_[!-~]+$/.exec(typeof secretKey === "string" ? secretKey : "") ?? [];
  if (environment !== undefined) return environment as Environment;
  throw invalidOption(
    "secretKey must be a secret key (sk_) or a restricted one (rk_) for live or test, not a publishable one.",
  );
}

/**
 * The server to send to, without a slash at its end: the environment's, or the one that the caller chose.
 *
 * @throws {VinrError} `invalid_option` for an address where the key must not go.
 */
export function chooseServer(environment: Environment, baseUrl: string | undefined): string {
  const { protocol, username, password, search, hash, origin, pathname, hostname } = parseUrl(
    baseUrl ?? `https://${hosts[environment]}/v1`,
  );
  // A dot at its end makes a host name another string, but no other host.
  const host = hostname?.replace(/\.$/, "") ?? "";
  const isSafe = protocol === "https:" || (protocol === "http:" && isLoopback(host));
  if (!isSafe || username || password || search || hash) {
    throw invalidOption(
      "baseUrl must be a URL with https:// (http:// only to this machine), without user, query or fragment.",
    );
  }
  if (host === hosts[environment === "live" ? "test" : "live"]) {
    throw invalidOption(`baseUrl is not the server of secretKey, a ${environment} key.`);
  }
  return `${origin}${pathname?.replace(/\/+$/, "")}`;
}

/** Undefined members, where it is no URL. */
function parseUrl(text: string): Partial<URL> {
  try {
    return new URL(text);
  } catch {
    return {};
  }
}

function isLoopback(host: string): boolean {
  return /^(127(\.\d+){3}|\[::1\]|(.+\.)?localhost)$/.test(host);
}
