import { readConfig, type VinrOptions } from "./config.js";
import type { Environment } from "./environment.js";
import { Payments } from "./resources/payments.js";
import { Refunds } from "./resources/refunds.js";
import { Settlements } from "./resources/settlements.js";
import { Webhooks } from "./resources/webhooks.js";
import type { Core } from "./send.js";
import { createTransport } from "./transport.js";

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
export class Vinr {
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

  /** @throws {VinrError} `invalid_option`, naming the option that is unknown, of another type, or unsafe. */
  constructor(options: VinrOptions) {
    const config = readConfig(options);
    const core: Core = { config, transport: createTransport(config.baseUrl, config.fetch) };
    this.environment = config.environment;
    this.baseUrl = config.baseUrl;
    this.payments = new Payments(core);
    this.refunds = new Refunds(core);
    this.webhooks = new Webhooks(core);
    this.settlements = new Settlements(core);
  }
}
