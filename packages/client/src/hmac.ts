import { VinrError } from "./errors.js";

/** As much of `node:crypto` as is used. */
interface NodeCrypto {
  createHmac(algorithm: "sha256", key: string): Hmac;
  timingSafeEqual(a: Uint8Array, b: Uint8Array): boolean;
}

interface Hmac {
  update(data: string | Uint8Array): Hmac;
  digest(): Uint8Array;
  digest(encoding: "hex"): string;
}

/**
 * Node's own cryptography, which is synchronous and what VINR's published snippet needs.
 *
 * Asked for at run time, since an import would keep the whole client out of bundles for places that lack it. Node, Bun
 * and Deno have it; Cloudflare's workers have it with the flag `nodejs_compat`.
 */
export function loadCrypto(): NodeCrypto {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => NodeCrypto | undefined } };
  const crypto = process?.getBuiltinModule?.("node:crypto");
  if (crypto !== undefined) return crypto;
  throw new VinrError("Verifying a webhook needs node:crypto; in a worker, set the flag nodejs_compat.", {
    code: "crypto_missing",
  });
}
