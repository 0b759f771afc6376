import { createOptionError } from "./config/check-options.js";
import { type Config, checkClientOptions, coreRules, readConfig, type VinrCoreOptions } from "./config/config.js";
import type { Environment } from "./config/environment.js";

/** Kept apart from the clients, so that inspecting a client never shows its key. */
const configs = new WeakMap<object, Config>();

/**
 * A client without methods, for functions such as `createPayment`: a bundle then holds only the operations that it calls.
 * A `Vinr` works, too.
 *
 * @example
 * import { createPayment, VinrCore } from "@vinr/client";
 *
 * const core = new VinrCore(); // its key is the environment variable VINR_SECRET_KEY
 * const payment = await createPayment(core, { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" });
 */
export class VinrCore {
  /** Where the key works: `live` or `test`. */
  readonly environment: Environment;
  /** The server that requests go to. */
  readonly baseUrl: string;

  /** @throws {VinrError} `invalid_option`, naming the option that is unknown, of the wrong type, or unsafe. */
  constructor(options: VinrCoreOptions = {}) {
    const config = readConfig(checkClientOptions(options, coreRules));
    this.environment = config.environment;
    this.baseUrl = config.baseUrl;
    setConfig(this, config);
  }
}

/** Makes an object usable as the first argument of functions such as `createPayment`. */
export function setConfig(core: VinrCore, config: Config): void {
  configs.set(core, config);
}

/** @throws {VinrError} `invalid_option` for an object that this package did not construct. */
export function getConfig(core: VinrCore): Config {
  const config = configs.get(core);
  if (!config) throw createOptionError("The first argument must be a Vinr or a VinrCore.");
  return config;
}
