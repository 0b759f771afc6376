import { createRequire } from "node:module";

/**
 * Loads undici, an optional peer dependency. It is required rather than imported, because a failed import could not be
 * caught without a top-level await, which would keep CommonJS from requiring this package.
 *
 * @throws {Error} with the command that installs undici, if it is not installed.
 */
export function loadUndici(): typeof import("undici") {
  try {
    return createRequire(import.meta.url)("undici");
  } catch (cause) {
    const message = "@vinr/client/node needs the package undici, which cannot be loaded. Run: npm install undici@7";
    throw new Error(message, { cause });
  }
}
