import { anObject, type OptionRules } from "./config/check-options.js";
import { checkClientOptions, coreRules, readConfig, type VinrCoreOptions } from "./config/config.js";
import type { Environment } from "./config/environment.js";
import { Payments } from "./generated/resources/payments.js";
import { Refunds } from "./generated/resources/refunds.js";
import { Settlements } from "./generated/resources/settlements.js";
import { combineHooks, type Logger, type LogLevel, logLevels, logTo } from "./hooks/log.js";
import { createHttp } from "./http/create-http.js";
import type { VinrHttp } from "./http/http-types.js";
import { Webhooks } from "./resources/webhooks.js";
import { createChecks, type Validation } from "./validation/validate.js";
import { setConfig, type VinrCore } from "./vinr-core.js";
import type { WebhookSecret } from "./webhooks/delivery.js";

/** The options of a client. An unknown option, or a value of the wrong type, throws. */
export interface VinrOptions extends VinrCoreOptions {
  /** The secret that `webhooks.constructEvent` verifies with. Default: the environment variable `VINR_WEBHOOK_SECRET`. */
  readonly webhookSecret?: WebhookSecret;
  /** Writes log lines, as `console` does. They hold no key, no headers and no bodies. Default: none. */
  readonly logger?: Logger | undefined;
  /** The lowest level to log: `debug` requests, `info` responses, `warn` retries, `error` failures. Default: `warn`. */
  readonly logLevel?: LogLevel | undefined;
  /** Validators of request bodies and responses, by operation: from `@vinr/validators` or any other library. Default: none. */
  readonly validate?: Validation | undefined;
}

/** The rules of a client's options. A function, so that bundles without the class leave it out. */
export const vinrRules = (): OptionRules => ({
  ...coreRules,
  webhookSecret: [
    "a string or an array of strings",
    (value) => [value].flat().every((secret) => typeof secret === "string"),
  ],
  logger: anObject,
  logLevel: [`one of ${logLevels.join(", ")}`, (value) => logLevels.includes(value as LogLevel)],
  validate: anObject,
});

/**
 * A client of the VINR API. Create one and reuse it: calls do not affect one another.
 *
 * The key stays hidden: no property holds it, and no error, log or inspection shows it.
 *
 * @example
 * const vinr = new Vinr(); // its key is the environment variable VINR_SECRET_KEY
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
  /** Refund payments. */
  readonly refunds: Refunds;
  /** Register endpoints and verify deliveries. */
  readonly webhooks: Webhooks;
  /** Reconcile payouts. */
  readonly settlements: Settlements;
  /** The API by method and path, on openapi-fetch: for middleware, and for operations that have no method here yet. */
  readonly http: VinrHttp;

  /** @throws {VinrError} `invalid_option`, naming the option that is unknown, of the wrong type, or unsafe. */
  constructor(options: VinrOptions = {}) {
    const checked = checkClientOptions(options, vinrRules());
    const config = readConfig(checked);
    const { logger, logLevel, validate, webhookSecret } = checked;
    this.environment = config.environment;
    this.baseUrl = config.baseUrl;
    setConfig(this, {
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
