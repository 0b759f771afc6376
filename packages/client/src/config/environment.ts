import { createOptionError } from "./check-options.js";
import { hostOf, isThisMachine } from "./this-machine.js";

/** Where a key works: `live` moves real money, `test` is the sandbox. */
export type Environment = "live" | "test";

/** The host of each environment. */
const hosts: Readonly<Record<Environment, string>> = { live: "api.vinr.com", test: "sandbox.api.vinr.com" };

/** The options that decide where requests go. */
export interface ServerOptions {
  readonly baseUrl?: string | undefined;
  readonly dangerouslyAllowPlainHttp?: boolean | undefined;
}

/**
 * Returns the server to send to, without a trailing slash: the one that the caller chose, or the environment's. An empty
 * text counts as absent, because it is what a variable that is set to nothing holds.
 *
 * @throws {VinrError} `invalid_option` for a URL to which the key must not be sent.
 */
export function chooseServer(environment: Environment, options: ServerOptions): string {
  const { baseUrl, dangerouslyAllowPlainHttp } = options;
  if (!baseUrl) return `https://${hosts[environment]}/v1`;
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || /[?#]/.test(url.href)) {
    throw createOptionError(
      "The option baseUrl must be an https:// URL, or http:// to this machine, without credentials, query or fragment.",
    );
  }
  if (url.protocol === "http:" && !isThisMachine(url)) {
    checkPlainHttp(environment, dangerouslyAllowPlainHttp === true);
  }
  const otherEnvironment = environment === "live" ? "test" : "live";
  if (hostOf(url) === hosts[otherEnvironment]) {
    throw createOptionError(
      `The option baseUrl is the server of the other environment: secretKey is a ${environment} key.`,
    );
  }
  return url.href.replace(/\/+$/, "");
}

/** Without TLS, everyone on the way can read the key and change what the server says it did. */
function checkPlainHttp(environment: Environment, isAllowed: boolean): void {
  if (!isAllowed) {
    throw createOptionError(
      "The option baseUrl must be https:// for another machine. For a mock on a private network, see the option dangerouslyAllowPlainHttp.",
    );
  }
  if (environment === "live") {
    throw createOptionError(
      "The option dangerouslyAllowPlainHttp is for test keys: a live key is never sent without TLS.",
    );
  }
}
