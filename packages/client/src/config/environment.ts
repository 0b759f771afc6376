import { createOptionError } from "./check-options.js";

/** Where a key works: `live` moves real money, `test` is the sandbox. */
export type Environment = "live" | "test";

/** The host of each environment. */
const hosts: Readonly<Record<Environment, string>> = { live: "api.vinr.com", test: "sandbox.api.vinr.com" };

/**
 * Returns the server to send to, without a trailing slash: the one that the caller chose, or the environment's. An empty
 * text counts as absent, because it is what a variable that is set to nothing holds.
 *
 * @throws {VinrError} `invalid_option` for a URL to which the key must not be sent.
 */
export function chooseServer(environment: Environment, baseUrl?: string): string {
  if (!baseUrl) return `https://${hosts[environment]}/v1`;
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !isSafe(url)) {
    throw createOptionError(
      "The option baseUrl must be an https:// URL, or http:// to this machine, without credentials, query or fragment.",
    );
  }
  const otherEnvironment = environment === "live" ? "test" : "live";
  if (hostOf(url) === hosts[otherEnvironment]) {
    throw createOptionError(`The option baseUrl is not the server of a ${environment} key.`);
  }
  return url.href.replace(/\/+$/, "");
}

/** Tells whether the key may be sent to a URL: over TLS, or without it to this machine. */
function isSafe(url: URL): boolean {
  if (url.username || url.password || /[?#]/.test(url.href)) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isThisMachine(hostOf(url)));
}

function isThisMachine(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
}

/** A trailing dot makes a host name another string, but not another host. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/\.$/, "");
}
