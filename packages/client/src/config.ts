import {
  aFunction,
  anObject,
  checkOptions,
  invalidOption,
  milliseconds,
  type OptionRules,
  retryCount,
  text,
} from "./check-options.js";
import { chooseServer, type Environment, readEnvironment } from "./environment.js";
import { globalFetch } from "./global-fetch.js";
import type { HeaderSource } from "./headers.js";
import type { Hooks } from "./hooks.js";
import type { Fetch } from "./http-seam.js";
import type { Job } from "./job.js";
import type { Redact } from "./retell.js";
import { type Runtime, worldRuntime } from "./runtime.js";
import { version } from "./version.js";

/** How a `VinrCore` is made. Unknown options and wrong types throw. */
export interface VinrCoreOptions {
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
  /**
   * How many times a failed request is sent again at most. Default: 2.
   *
   * It waits for as long as `Retry-After` says, else for `random × min(8 s, 0.5 s × 2^(attempts − 1))`: exponential
   * backoff with full jitter. Where the wait would outlast `totalTimeout`, the call fails at once.
   */
  readonly maxRetries?: number | undefined;
  /** Sends the requests. Default: the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Functions that are told of each attempt, retry and failure. */
  readonly hooks?: Hooks | undefined;
  /** Names your application in the header `User-Agent`, for VINR's support. */
  readonly appInfo?: AppInfo | undefined;
  /** A secret key in a browser belongs to every visitor, so it is refused unless this is `true`. */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
  /** The clock and the randomness to use, for tests. */
  readonly runtime?: Partial<Runtime> | undefined;
}

/** What calls VINR. */
export interface AppInfo {
  readonly name: string;
  readonly version?: string | undefined;
  readonly url?: string | undefined;
}

/** Checked options, with their defaults. */
export interface Config {
  readonly environment: Environment;
  readonly baseUrl: string;
  /** Headers that a call may replace. */
  readonly headers: HeaderSource;
  /** The header that nobody may replace. */
  readonly authorization: string;
  /** Takes the secret key out of a text. */
  readonly redact: Redact;
  readonly timeout: number;
  readonly totalTimeout: number;
  readonly maxRetries: number;
  readonly fetch: Fetch;
  readonly hooks: Hooks;
  readonly runtime: Runtime;
  readonly checks?: Checks | undefined;
}

/** Throws where a validator of the caller's finds something. */
export interface Checks {
  request(job: Job, body: unknown): Promise<void>;
  response(job: Job, data: unknown): Promise<void>;
}

export const coreRules: OptionRules = {
  secretKey: text,
  baseUrl: text,
  apiVersion: ["a date such as 2026-04-01", (value) => /^\d{4}-\d\d-\d\d$/.test(`${value}`)],
  timeout: milliseconds,
  totalTimeout: milliseconds,
  maxRetries: retryCount,
  fetch: aFunction,
  hooks: anObject,
  appInfo: anObject,
  dangerouslyAllowBrowser: ["true or false", (value) => typeof value === "boolean"],
  runtime: anObject,
};

const hookRules: OptionRules = { onRequest: aFunction, onResponse: aFunction, onRetry: aFunction, onError: aFunction };

/**
 * Checks options and fills in defaults.
 *
 * @throws {VinrError} `invalid_option`, naming the option.
 */
export function readConfig(options: VinrCoreOptions, rules: OptionRules, world: object = globalThis): Config {
  checkOptions("Vinr", options, rules);
  const {
    secretKey,
    apiVersion,
    fetch = globalFetch,
    hooks = {},
    timeout = 30_000,
    totalTimeout = 120_000,
    maxRetries = 2,
  } = options;
  const environment = readEnvironment(secretKey);
  checkOptions("hooks", hooks, hookRules);
  // A page and its workers; other runtimes have neither of the two.
  if (("document" in world || "importScripts" in world) && !options.dangerouslyAllowBrowser) {
    throw invalidOption("secretKey in a browser is public: see dangerouslyAllowBrowser.");
  }
  return {
    environment,
    baseUrl: chooseServer(environment, options.baseUrl),
    headers: {
      accept: "application/json",
      "user-agent": describeClient(options.appInfo),
      "vinr-version": apiVersion,
    },
    authorization: `Bearer ${secretKey}`,
    redact: (words) => words.replaceAll(secretKey, "[secret key]"),
    timeout,
    totalTimeout,
    maxRetries,
    fetch,
    hooks,
    runtime: { ...worldRuntime, ...fetch.runtime, ...options.runtime },
  };
}

function describeClient(app: AppInfo | undefined): string {
  const client = `vinr-client/${version}`;
  if (!app) return client;
  checkOptions("appInfo", { ...app, name: app.name ?? "" }, { name: text, version: text, url: text });
  return `${client} ${app.name}${app.version ? `/${app.version}` : ""}${app.url ? ` (${app.url})` : ""}`;
}
