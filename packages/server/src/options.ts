import type { OperationId } from "./generated/responses.js";
import type { IdempotencyStore } from "./idempotency/idempotency-store.js";
import { createMemoryIdempotencyStore } from "./idempotency/memory-store.js";
import type { Caller } from "./operations.js";
import { ownOptions } from "./own-properties.js";
import { type RateLimiter, sandboxPlan } from "./rate-limit/rate-limiter.js";
import type { ApiKey, Environment } from "./request/api-key.js";
import { createRequestId } from "./request/request-id.js";

/**
 * The request that an error is about.
 *
 * @example
 * ```ts
 * function log(error: unknown, { requestId, operationId }: RequestContext): void {
 *   console.error(requestId, operationId ?? "no operation", error);
 * }
 * ```
 */
export interface RequestContext {
  readonly requestId: string;
  /** Undefined until the operation is found. */
  readonly operationId: OperationId | undefined;
  readonly request: Request;
}

/**
 * How a handler treats requests and responses.
 *
 * @example
 * ```ts
 * const options: HandlerOptions = { environment: "sandbox", basePath: "/v1", checkResponses: "throw" };
 * ```
 */
export interface HandlerOptions<Who extends Caller = Caller, Transaction = undefined> {
  /**
   * Which keys are accepted: those with `_test_` in the sandbox, those with `_live_` in production. Production also needs
   * `authenticate`, `idempotency` and `rateLimiter`. Default: `sandbox`.
   */
  readonly environment?: Environment | undefined;
  /** The prefix of the specification's paths. Default: `/v1`, as on VINR's servers. */
  readonly basePath?: string | undefined;
  /**
   * Finds the caller of a key; undefined if the key does not exist. It may throw an `apiError`, such as `expired_api_key`
   * or `permission_denied`; then the rate limiter is not asked. Default: every well-formed key opens the account that is named
   * by the part of the key after its prefix.
   */
  readonly authenticate?:
    | ((
        key: ApiKey,
        context: { operationId: OperationId; request: Request },
      ) => Promise<Who | undefined> | Who | undefined)
    | undefined;
  /** The largest body that is read, in bytes. Default: 1 MiB. */
  readonly maxBodyBytes?: number | undefined;
  /** Default: no limit; the headers show a full bucket of the sandbox's plan. */
  readonly rateLimiter?: RateLimiter<Who> | undefined;
  /** Where responses are remembered by idempotency key. Default: in memory, for as long as the process runs. */
  readonly idempotency?: IdempotencyStore<Transaction> | undefined;
  /**
   * What happens to a response that the specification does not document. `throw`: the caller gets a 500, and the
   * transaction is rolled back. `report`: it is sent, and reported to `onError`. `off`: responses are not checked. Default:
   * `throw` in the sandbox, `report` in production. A body is checked as it was returned, before any `toJSON` runs.
   */
  readonly checkResponses?: "off" | "report" | "throw" | undefined;
  /** Called with unexpected errors, which callers do not see. Default: `console.error`, with the request's id. */
  readonly onError?: ((error: unknown, context: RequestContext) => void) | undefined;
  /** Makes the ids of requests that carry none. Default: `req_` and twenty random letters and digits. */
  readonly createRequestId?: (() => string) | undefined;
}

/** The options as they are used: all present, none inherited. */
export interface Settings<Who extends Caller, Transaction> {
  readonly environment: Environment;
  readonly basePath: string;
  readonly authenticate: NonNullable<HandlerOptions<Who, Transaction>["authenticate"]>;
  readonly maxBodyBytes: number;
  readonly rateLimiter: RateLimiter<Who>;
  readonly idempotency: IdempotencyStore<Transaction>;
  readonly checkResponses: "off" | "report" | "throw";
  readonly onError: (error: unknown, context: RequestContext) => void;
  readonly createRequestId: () => string;
}

const known = [
  "environment",
  "basePath",
  "authenticate",
  "maxBodyBytes",
  "rateLimiter",
  "idempotency",
  "checkResponses",
  "onError",
  "createRequestId",
] as const satisfies (keyof HandlerOptions)[];

/** Options without which a server with real money would be unsafe. */
const neededInProduction = ["authenticate", "idempotency", "rateLimiter"] as const;

/**
 * Reads options from their own properties only.
 *
 * @throws {TypeError} for an option that is unknown, invalid, or missing in production.
 */
export function readOptions<Who extends Caller, Transaction>(
  given: HandlerOptions<Who, Transaction>,
): Settings<Who, Transaction> {
  const options = ownOptions<HandlerOptions<Who, Transaction>>(given, known);
  checkOptions(options);
  const environment = options.environment ?? "sandbox";
  return {
    environment,
    basePath: (options.basePath ?? "/v1").replace(/\/$/, ""),
    authenticate: options.authenticate ?? (acceptEveryKey as unknown as Settings<Who, Transaction>["authenticate"]),
    maxBodyBytes: options.maxBodyBytes ?? 1024 * 1024,
    rateLimiter: options.rateLimiter ?? unlimited,
    idempotency: options.idempotency ?? (createMemoryIdempotencyStore() as unknown as IdempotencyStore<Transaction>),
    checkResponses: options.checkResponses ?? (environment === "production" ? "report" : "throw"),
    onError: options.onError ?? logError,
    createRequestId: options.createRequestId ?? createRequestId,
  };
}

function checkOptions<Who extends Caller, Transaction>(options: HandlerOptions<Who, Transaction>): void {
  const { environment, basePath, maxBodyBytes, checkResponses } = options;
  checkOneOf("environment", environment, ["production", "sandbox"]);
  checkOneOf("checkResponses", checkResponses, ["off", "report", "throw"]);
  if (basePath !== undefined && !/^(?:\/(?:[^/?#%]|%[0-9a-f]{2})+)*\/?$/i.test(basePath)) {
    throw new TypeError(`basePath must be empty or a path such as /v1, got ${JSON.stringify(basePath)}.`);
  }
  if (maxBodyBytes !== undefined && !(typeof maxBodyBytes === "number" && maxBodyBytes > 0))
    throw new TypeError("maxBodyBytes must be a positive number.");
  checkFunction("authenticate", options.authenticate);
  checkFunction("onError", options.onError);
  checkFunction("createRequestId", options.createRequestId);
  checkFunction("idempotency.run", options.idempotency, (store) => store.run);
  checkFunction("rateLimiter.take", options.rateLimiter, (limiter) => limiter.take);
  // Null takes the default as well.
  const missing = neededInProduction.filter((name) => options[name] === undefined || options[name] === null);
  if (environment === "production" && missing.length > 0) {
    throw new TypeError(
      `Production needs ${missing.join(", ")}: the defaults accept every key, lose idempotency keys when the process ends, and limit nothing.`,
    );
  }
}

/** An option that is null takes its default, as one that is undefined. */
function checkFunction<T>(name: string, option: T | undefined, read: (option: T) => unknown = (one) => one): void {
  if (option === undefined || option === null || typeof read(option) === "function") return;
  throw new TypeError(`${name} must be a function.`);
}

function checkOneOf(name: string, value: string | undefined, values: readonly string[]): void {
  if (value === undefined || values.includes(value)) return;
  throw new TypeError(`${name} must be ${values.join(" or ")}, got ${JSON.stringify(value)}.`);
}

function acceptEveryKey({ value }: ApiKey): Caller {
  return { account: value.replace(/^.._test_/, "") };
}

const unlimited: RateLimiter<unknown> = {
  take: () => {
    const { limit, burst } = sandboxPlan;
    return { isAllowed: true, limit, remaining: burst, reset: Math.floor(Date.now() / 1000) };
  },
};

function logError(error: unknown, { requestId }: RequestContext): void {
  console.error(requestId, error);
}
