import { type Logger, Vinr } from "@vinr/client";

/** Creates the client of a server that logs its calls and counts their attempts. */
export function createClient(logger: Logger, count: (status: number) => void): Vinr {
  return new Vinr({
    timeout: 10_000, // milliseconds for one attempt
    totalTimeout: 25_000, // for the whole call, with all retries: less than your own server's limit
    maxRetries: 3,
    logger, // or console
    logLevel: "info", // responses, retries and failures; without keys, headers and bodies
    hooks: { onResponse: ({ status }) => count(status) },
    appInfo: { name: "shop", version: "2.1.0" },
  });
}
