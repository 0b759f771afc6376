import { invalidOption } from "./check-options.js";

/** Where a key works: `live` moves real money, `test` is the sandbox. */
export type Environment = "live" | "test";

const servers: Readonly<Record<Environment, string>> = {
  live: "https://api.vinr.com/v1",
  test: "https://sandbox.api.vinr.com/v1",
};

/**
 * The environment that a key names by its prefix.
 *
 * @throws {VinrError} `invalid_option` for what is no secret or restricted key.
 */
export function readEnvironment(secretKey: string): Environment {
  if (secretKey.startsWith("pk_")) {
    throw invalidOption("secretKey is a publishable key (pk_); use the secret key (sk_) or a restricted one (rk_).");
  }
  const [, environment] = /^(?:sk|rk)_(live|test)_[\x21-\x7e]+$/.exec(secretKey) ?? [];
  if (environment === "live" || environment === "test") return environment;
  throw invalidOption(
    "secretKey must start with sk_test_, sk_live_, rk_test_ or rk_live_ and hold no spaces; copy it anew from the dashboard.",
  );
}

/**
 * The server to send to, without a slash at its end: the environment's, or the one that the caller chose.
 *
 * @throws {VinrError} `invalid_option` for an address where the key must not go.
 */
export function chooseServer(environment: Environment, baseUrl: string | undefined): string {
  if (baseUrl === undefined) return servers[environment];
  const url = parseUrl(baseUrl);
  const other: Environment = environment === "live" ? "test" : "live";
  if (hostOf(url) === hostOf(new URL(servers[other]))) {
    throw invalidOption(`baseUrl is the ${other} server, and secretKey is a ${environment} key; leave baseUrl out.`);
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(hostOf(url)))) {
    throw invalidOption("baseUrl must start with https://; http:// is only for 127.0.0.1, [::1] and localhost.");
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw invalidOption("baseUrl must hold no user, password, query or fragment.");
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw invalidOption("baseUrl must be a whole URL, such as http://127.0.0.1:4010/v1.");
  }
}

/** A dot at its end makes a host name another string, but no other host. */
function hostOf(url: URL): string {
  return url.hostname.replace(/\.$/, "");
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
}
