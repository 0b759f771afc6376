import { invalidOption } from "./check-options.js";
import { type Config, coreRules, readConfig, type VinrCoreOptions } from "./config.js";
import type { Environment } from "./environment.js";

/** Kept apart from the clients, so that no look at one finds its key. */
const configs = new WeakMap<object, Config>();

/**
 * What calls need, without the calls: pass it to `createPayment` and its like, and a bundle holds only those that are
 * used. A `Vinr` can be passed to them, too.
 *
 * @example
 * import { createPayment, VinrCore } from "@vinr/client";
 *
 * const core = new VinrCore({ secretKey: process.env.VINR_SECRET_KEY ?? "" });
 * const payment = await createPayment(core, { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" });
 */
export class VinrCore {
  /** Where the key works: `live` or `test`. */
  readonly environment: Environment;
  /** The server that requests go to. */
  readonly baseUrl: string;

  /** @throws {VinrError} `invalid_option`, naming the option that is unknown, of another type, or unsafe. */
  constructor(options: VinrCoreOptions) {
    const config = readConfig(options, coreRules);
    this.environment = config.environment;
    this.baseUrl = config.baseUrl;
    keepConfig(this, config);
  }
}

/** Makes an object one that calls can be made with. */
export function keepConfig(core: VinrCore, config: Config): void {
  configs.set(core, config);
}

/** @throws {VinrError} `invalid_option` for what no constructor of this package made. */
export function configOf(core: VinrCore): Config {
  const config = configs.get(core);
  if (!config) throw invalidOption("The first argument must be a Vinr or VinrCore.");
  return config;
}
