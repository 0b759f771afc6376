import { Vinr, type VinrOptions } from "@vinr/client";

/** Creates a client whose responses Next.js does not keep. */
export function createUncachedClient(options: VinrOptions = {}): Vinr {
  return new Vinr({ ...options, fetch: (url, init) => fetch(url, { ...init, cache: "no-store" }) });
}
