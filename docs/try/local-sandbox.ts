/** The sandbox on the reader's own machine, which pages lead to and never send a request to. */
import type { TryRequest } from "./protocol.ts";

/** Where `npx @vinr/sandbox` listens. */
export const localSandbox = "http://127.0.0.1:4020";

/**
 * The page of a local sandbox on which a request is written, with this one filled in. The request is in the fragment, which browsers
 * send to no server. Without an idempotency key: with the key of every reader's link, a second request would be a replay.
 */
export function localSandboxUrl({ method, url, body }: TryRequest): string {
  const request = new URLSearchParams({ method, path: url, ...(body === undefined ? {} : { body }) });
  return `${localSandbox}/window/send#${request}`;
}
