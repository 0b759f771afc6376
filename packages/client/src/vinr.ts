import { anObject, type OptionRules } from "./check-options.js";
import { coreRules, readConfig, type VinrCoreOptions } from "./config.js";
import { keepConfig, type VinrCore } from "./core.js";
import type { Environment } from "./environment.js";
import { createHttp } from "./http.js";
import type { VinrHttp } from "./http-types.js";
import { combineHooks, type Logger, type LogLevel, logLevels, logTo } from "./log.js";
import { Payments } from "./resources/payments.js";
import { Refunds } from "./resources/refunds.js";
import { Settlements } from "./resources/settlements.js";
import { Webhooks } from "./resources/webhooks.js";
import { createChecks, type Validation } from "./validate.js";
import type { WebhookSecret } from "./webhooks/delivery.js";

/** How a client is made. Unknown options and wrong types throw. */
export interface VinrOptions extends VinrCoreOptions {
  /** What `webhooks.constructEvent` verifies with. Default: the environment variable `VINR_WEBHOOK_SECRET`. */
  readonly webhookSecret?: WebhookSecret;
  /** Takes log lines, such as `console`. They hold no key, no header and no body. */
  readonly logger?: Logger | undefined;
  /** The least that is logged: `debug` requests, `info` answers, `warn` retries, `error` failures. Default: `warn`. */
  readonly logLevel?: LogLevel | undefined;
  /** Validators of bodies and answers, by operation: those of `@vinr/validators`, or of any library. Default: none. */
  readonly validate?: Validation | undefined;
}

/** What each option must be. A function, so that bundles without the class hold none of it. */
export const vinrRules = (): OptionRules => ({
  ...coreRules,
  webhookSecret: ["a string or strings", (value) => [value].flat().every((secret) => typeof secret === "string")],
  logger: anObject,
  logLevel: [logLevels.join(", "), (value) => logLevels.includes(value as LogLevel)],
  validate: anObject,
});

/**
 * The VINR API. Make one and keep it: it holds no connections of its own, and calls do not disturb one another.
 *
 * The key stays out of sight: no property holds it, and no error, log or inspection shows it.
 *
 * @example
 * const vinr = new Vinr({ secretKey: process.env.VINR_SECRET_KEY ?? "" });
 * const payment = await vinr.payments.create({
 *   amount: 1000,
 *   currency: "EUR",
 *   returnUrl: "https://shop.example/return",
 * });
 * console.log(payment.checkoutUrl);
 */
export class Vinr implements VinrCore {
  /** Where the key works: `live` or `test`. */
  readonly environment: Environment;
  /** The server that requests go to. */
  readonly baseUrl: string;
  /** Take, capture and cancel payments. */
  readonly payments: Payments;
  /** Return money. */
  readonly refunds: Refunds;
  /** Register endpoints and verify deliveries. */
  readonly webhooks: Webhooks;
  /** Account for what is paid out. */
  readonly settlements: Settlements;
  /** The API by method and path, on openapi-fetch: for middleware, and for what has no name here yet. */
  readonly http: VinrHttp;

  /** @throws {VinrError} `invalid_option`, naming the option that is unknown, of another type, or unsafe. */
  constructor(options: VinrOptions) {
    const config = readConfig(options, vinrRules());
    const { logger, logLevel, validate, webhookSecret } = options;
    this.environment = config.environment;
    this.baseUrl = config.baseUrl;
    keepConfig(this, {
      ...config,
      hooks: logger === undefined ? config.hooks : combineHooks(config.hooks, logTo(logger, logLevel)),
      checks: validate === undefined ? undefined : createChecks(validate),
    });
    this.payments = new Payments(this);
    this.refunds = new Refunds(this);
    this.webhooks = new Webhooks(this, webhookSecret, config.runtime.now);
    this.settlements = new Settlements(this);
    this.http = createHttp(this);
  }
}
