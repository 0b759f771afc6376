import { checkOptions, invalidOption, milliseconds, type OptionRules, retryCount, text } from "./check-options.js";
import { chooseServer, type Environment, readEnvironment } from "./environment.js";
import { type Runtime, worldRuntime } from "./runtime.js";

/** How a client is made. Unknown options and wrong types throw. */
export interface VinrOptions {
  /** The secret key (`sk_…`) or a restricted one (`rk_…`). Its prefix chooses the sandbox or production. */
  readonly secretKey: string;
  /** Where to send to instead, such as the mock's `http://127.0.0.1:4010/v1`. Plain http only to this machine. */
  readonly baseUrl?: string | undefined;
  /** The version of the API, a date such as `2026-04-01`. Default: the account's. */
  readonly apiVersion?: string | undefined;
  /** Milliseconds for one attempt, its answer's body included. Default: 30,000. */
  readonly timeout?: number | undefined;
  /** Milliseconds for a call: all attempts and the waits between them. Default: 120,000. */
  readonly totalTimeout?: number | undefined;
  /** How many times a failed request is sent again at most. Default: 2. */
  readonly maxRetries?: number | undefined;
  /** What `webhooks.constructEvent` verifies with. Default: the environment variable `VINR_WEBHOOK_SECRET`. */
  readonly webhookSecret?: string | readonly string[] | undefined;
  /** Sends the requests. Default: the global `fetch`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** A secret key in a browser belongs to every visitor, so it is refused unless this is `true`. */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
  /** The clock and the randomness to use, for tests. */
  readonly runtime?: Partial<Runtime> | undefined;
}

/** Checked options, with their defaults. */
export interface Config {
  readonly secretKey: string;
  readonly environment: Environment;
  readonly baseUrl: string;
  readonly apiVersion: string | undefined;
  readonly timeout: number;
  readonly totalTimeout: number;
  readonly maxRetries: number;
  readonly webhookSecret: string | readonly string[] | undefined;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly runtime: Runtime;
}

const rules: OptionRules = {
  secretKey: text,
  baseUrl: text,
  apiVersion: {
    expected: "a date such as 2026-04-01",
    accepts: (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value),
  },
  timeout: milliseconds,
  totalTimeout: milliseconds,
  maxRetries: retryCount,
  webhookSecret: {
    expected: "a string or an array of strings",
    accepts: (value) => [value].flat().every((secret) => typeof secret === "string"),
  },
  fetch: { expected: "a function", accepts: (value) => typeof value === "function" },
  dangerouslyAllowBrowser: { expected: "true or false", accepts: (value) => typeof value === "boolean" },
  runtime: { expected: "an object", accepts: (value) => typeof value === "object" && value !== null },
};

/**
 * Checks options and fills in defaults.
 *
 * @throws {VinrError} `invalid_option`, naming the option.
 */
export function readConfig(options: VinrOptions, world: object = globalThis): Config {
  checkOptions("Vinr", options, rules);
  if (typeof options.secretKey !== "string") {
    throw invalidOption("secretKey is missing; pass process.env.VINR_SECRET_KEY, and check that it is set.");
  }
  const environment = readEnvironment(options.secretKey);
  if ("document" in world && options.dangerouslyAllowBrowser !== true) {
    throw invalidOption(
      "secretKey must not be in a browser, where every visitor can read it; call VINR from your server. " +
        "dangerouslyAllowBrowser: true switches this off.",
    );
  }
  return {
    secretKey: options.secretKey,
    environment,
    baseUrl: chooseServer(environment, options.baseUrl),
    apiVersion: options.apiVersion,
    timeout: options.timeout ?? 30_000,
    totalTimeout: options.totalTimeout ?? 120_000,
    maxRetries: options.maxRetries ?? 2,
    webhookSecret: options.webhookSecret,
    // Looked up at each call, so that a fetch which is instrumented later is used.
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    runtime: { ...worldRuntime, ...options.runtime },
  };
}
