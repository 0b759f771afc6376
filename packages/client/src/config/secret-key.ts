import { errorPage, type VinrError } from "../errors/errors.js";
import { createOptionError } from "./check-options.js";
import type { Environment } from "./environment.js";
import { readVariable } from "./variables.js";

/** A key, and where it works. */
export interface SecretKey {
  readonly secretKey: string;
  readonly environment: Environment;
}

/**
 * Reads the key from the options; where they leave it out, from the environment variable `VINR_SECRET_KEY`. A key that is
 * passed as undefined is an error: it comes from a variable that is not set, and must not become the key of another account.
 *
 * @throws {VinrError} `invalid_option`, which never shows the key.
 */
export function readSecretKey(options: { readonly secretKey?: unknown }): SecretKey {
  const isPassed = Object.hasOwn(options, "secretKey");
  const secretKey = isPassed ? options.secretKey : readVariable("VINR_SECRET_KEY");
  if (secretKey === undefined || secretKey === "") {
    const state = isPassed ? `is ${secretKey === "" ? "empty" : "undefined"}` : "is missing";
    throw createOptionError(
      `The option secretKey ${state}. Set the environment variable VINR_SECRET_KEY to your key, sk_test_… or sk_live_….`,
      errorPage("api_key_missing"),
    );
  }
  const source = isPassed ? "option secretKey" : "environment variable VINR_SECRET_KEY, read for the option secretKey,";
  const [, environment] = /^[sr]k_(live|test)_[!-~]+$/.exec(String(secretKey)) ?? [];
  if (!environment) throw createKeyError(source, String(secretKey));
  return { secretKey: String(secretKey), environment: environment as Environment };
}

function createKeyError(source: string, key: string): VinrError {
  const isPublishable = /^pk_/.test(key.trim());
  const page = errorPage(isPublishable ? "api_key_kind_not_allowed" : "invalid_api_key");
  return createOptionError(`The ${source} ${findKeyProblem(key)}`, page);
}

function findKeyProblem(key: string): string {
  if (key !== key.trim()) {
    return "must not begin or end with white space, such as the line break at the end of a file.";
  }
  if (/^[sr]k_(live|test)_./.test(key)) return "must consist of visible ASCII characters.";
  return "must start with sk_live_, sk_test_, rk_live_ or rk_test_. It cannot be a publishable key or a webhook secret.";
}
