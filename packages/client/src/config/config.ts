import { createRedact, type Redact } from "../errors/sanitize-error.js";
import type { Hooks } from "../hooks/hooks.js";
import { isObject } from "../is-object.js";
import type { CallState } from "../request/call-state.js";
import { globalFetch } from "../transport/global-fetch.js";
import type { HeaderSource } from "../transport/headers.js";
import type { Fetch } from "../transport/transport.js";
import { version } from "../version.js";
import {
  aFunction,
  anObject,
  bytes,
  checkOptions,
  createOptionError,
  milliseconds,
  type OptionRules,
  retryCount,
  trueOrFalse,
  visibleText,
} from "./check-options.js";
import { chooseServer, type Environment } from "./environment.js";
import { memberOf, ownProperties } from "./own-properties.js";
import { type Runtime, systemRuntime } from "./runtime.js";
import { readSecretKey } from "./secret-key.js";

/** The options of a `VinrCore`. An unknown option, or a value of the wrong type, throws. */
export interface VinrCoreOptions {
  /**
   * The secret key (`sk_…`) or a restricted key (`rk_…`). Its prefix selects the sandbox or production. Default: the
   * environment variable `VINR_SECRET_KEY`. A key that is passed as undefined throws.
   */
  readonly secretKey?: string | undefined;
  /**
   * Another server, such as the mock at `http://127.0.0.1:4010/v1`. Plain http is allowed only to this machine, see
   * `dangerouslyAllowPlainHttp`. An empty string counts as absent.
   */
  readonly baseUrl?: string | undefined;
  /**
   * Allows a `baseUrl` of plain http to another machine, such as a mock in another container: `http://mock:4010/v1`. Anyone
   * on the network between can read the key and the customers' data, and forge responses. A live key still throws. Default:
   * false.
   */
  readonly dangerouslyAllowPlainHttp?: boolean | undefined;
  /** The version of the API, a date such as `2026-04-01`. Default: the account's. */
  readonly apiVersion?: string | undefined;
  /** Milliseconds for one attempt, including the response body. Default: 30,000. */
  readonly timeout?: number | undefined;
  /** Milliseconds for a whole call: all attempts and the waits between them. Default: 120,000. */
  readonly totalTimeout?: number | undefined;
  /**
   * The maximum number of retries of a failed request. Default: 2.
   *
   * Before each retry, the client waits as long as `Retry-After` says, otherwise `random × min(8 s, 0.5 s × 2^(attempts − 1))`:
   * exponential backoff with full jitter. If the wait would outlast `totalTimeout`, the call fails at once.
   */
  readonly maxRetries?: number | undefined;
  /**
   * The largest response body, in bytes after decompression. A larger one is not read to its end. Default: 33,554,432
   * (32 MiB), which no response of VINR comes near.
   */
  readonly maxResponseBytes?: number | undefined;
  /** Sends the requests. Default: the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Functions that the client calls on each attempt, retry and failure. */
  readonly hooks?: Hooks | undefined;
  /** Names your application in the header `User-Agent`, for VINR's support. */
  readonly appInfo?: AppInfo | undefined;
  /** Allows a secret key in a browser, where every visitor can read it. Default: false, which throws there. */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
  /** Time and randomness, for tests. Default: the system's. */
  readonly runtime?: Partial<Runtime> | undefined;
}

/** The application that calls VINR. */
export interface AppInfo {
  readonly name: string;
  readonly version?: string | undefined;
  readonly url?: string | undefined;
}

/** The defaults of the options, as the README documents them. */
export const defaults = { timeout: 30_000, totalTimeout: 120_000, maxRetries: 2, maxResponseBytes: 2 ** 25 } as const;

/** Checked options, with defaults filled in. */
export interface Config {
  readonly environment: Environment;
  readonly baseUrl: string;
  /** Headers that a call may replace. */
  readonly headers: HeaderSource;
  /** The value of the header that carries the key. Nothing may replace it. */
  readonly authorization: string;
  /** Removes the secret key from a text. */
  readonly redact: Redact;
  readonly timeout: number;
  readonly totalTimeout: number;
  readonly maxRetries: number;
  readonly maxResponseBytes: number;
  readonly fetch: Fetch;
  readonly hooks: Hooks;
  readonly runtime: Runtime;
  readonly checks?: Checks | undefined;
}

/** Validates with the caller's validators, and throws if they find issues. */
export interface Checks {
  request(call: CallState, body: unknown): Promise<void>;
  response(call: CallState, data: unknown): Promise<void>;
}

export const coreRules: OptionRules = {
  // Any value passes here, because readSecretKey tells what is wrong with it.
  secretKey: ["a key", () => true],
  baseUrl: ["a URL", (value) => typeof value === "string"],
  apiVersion: ["a date such as 2026-04-01", (value) => /^\d{4}-\d\d-\d\d$/.test(String(value))],
  timeout: milliseconds,
  totalTimeout: milliseconds,
  maxRetries: retryCount,
  maxResponseBytes: bytes,
  fetch: aFunction,
  hooks: anObject,
  appInfo: anObject,
  dangerouslyAllowPlainHttp: trueOrFalse,
  dangerouslyAllowBrowser: trueOrFalse,
  runtime: anObject,
};

const hookRules: OptionRules = { onRequest: aFunction, onResponse: aFunction, onRetry: aFunction, onError: aFunction };

const appInfoRules: OptionRules = { name: visibleText, version: visibleText, url: visibleText };

/**
 * Checks the options of a client, and returns a copy that inherits nothing.
 *
 * @throws {VinrError} `invalid_option`, naming the option.
 */
export function checkClientOptions<T extends VinrCoreOptions>(given: T, rules: OptionRules): T {
  if (!isObject(given)) {
    throw createOptionError('The options must be an object: new Vinr({ secretKey: "sk_test_…" }).');
  }
  return checkOptions<T>("Vinr", given, rules);
}

/**
 * Reads checked options, and fills in defaults. `scope` is the global object, which tells a browser from a server.
 *
 * @throws {VinrError} `invalid_option`, naming the option.
 */
export function readConfig(options: VinrCoreOptions, scope: object = globalThis): Config {
  const { apiVersion, appInfo, fetch = globalFetch, runtime } = options;
  const {
    timeout = defaults.timeout,
    totalTimeout = defaults.totalTimeout,
    maxRetries = defaults.maxRetries,
    maxResponseBytes = defaults.maxResponseBytes,
  } = options;
  const { secretKey, environment } = readSecretKey(options);
  const hooks = readHooks(options.hooks);
  if (isBrowser(scope) && !options.dangerouslyAllowBrowser) {
    throw createOptionError(
      "In a browser, every visitor can read the secretKey; see the option dangerouslyAllowBrowser.",
    );
  }
  return {
    environment,
    baseUrl: chooseServer(environment, options),
    headers: { accept: "application/json", "user-agent": formatUserAgent(appInfo), "vinr-version": apiVersion },
    authorization: `Bearer ${secretKey}`,
    redact: createRedact(secretKey),
    timeout,
    totalTimeout,
    maxRetries,
    maxResponseBytes,
    fetch,
    hooks,
    runtime: readRuntime(runtime),
    // Its own, if only undefined: what a script has put on `Object.prototype` must not see each body.
    checks: undefined,
  };
}

/** Hooks may be an instance of a class, whose methods need it. */
function readHooks(given: Hooks = {}): Hooks {
  const hooks = Object.entries(checkOptions("hooks", given, hookRules));
  return ownProperties(Object.fromEntries(hooks.map(([name, hook]) => [name, hook?.bind(given)])));
}

/** So may a runtime. */
function readRuntime(given: Partial<Runtime> = {}): Runtime {
  const names = Object.keys(systemRuntime) as (keyof Runtime)[];
  const bound = names.map((name) => [name, memberOf(given, name)?.bind(given) ?? systemRuntime[name]]);
  return Object.fromEntries(bound);
}

/** Pages have a document, and their workers importScripts; other runtimes have neither. */
function isBrowser(scope: object): boolean {
  const has = (name: string) => memberOf(scope as Readonly<Record<string, unknown>>, name) !== undefined;
  return has("document") || has("importScripts");
}

function formatUserAgent(given: AppInfo | undefined): string {
  const client = `vinr-client/${version}`;
  if (!given) return client;
  const app = checkOptions("appInfo", given, appInfoRules);
  if (app.name === undefined) throw createOptionError("The option appInfo needs a name.");
  return `${client} ${app.name}${app.version ? `/${app.version}` : ""}${app.url ? ` (${app.url})` : ""}`;
}
