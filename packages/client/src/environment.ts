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
  const environment = /^[sr]k_(live|test)_[!-~]+$/.exec(`${secretKey}`)?.[1];
  if (environment) return environment as Environment;
  throw invalidOption("secretKey must start with sk_live_, sk_test_, rk_live_ or rk_test_: no publishable key.");
}

/** An address where a key may go: https, or http to this machine; without user, query and fragment. */
const safe = /^(https:\/\/[^/@]+|http:\/\/(127(\.\d+){3}|\[::1\]|([^/@]+\.)?localhost)\.?(:\d+)?)\/[^?#]*$/;

/**
 * The server to send to, without a slash at its end: the environment's, or the one that the caller chose.
 *
 * @throws {VinrError} `invalid_option` for an address where the key must not go.
 */
export function chooseServer(environment: Environment, baseUrl = `https://${hosts[environment]}/v1`): string {
  const { href, hostname } = new URL(URL.canParse(baseUrl) ? baseUrl : "none:");
  if (!safe.test(href)) {
    throw invalidOption("baseUrl must be an https:// URL (http:// to this machine) without user, query or fragment.");
  }
  // A dot at its end makes a host name another string, but no other host.
  if (hostname.replace(/\.$/, "") === hosts[environment === "live" ? "test" : "live"]) {
    throw invalidOption(`baseUrl is not the server of a ${environment} key.`);
  }
  return href.replace(/\/+$/, "");
}
