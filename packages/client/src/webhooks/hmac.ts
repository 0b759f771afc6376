import { VinrError } from "../errors.js";
import type { Signed } from "./delivery.js";

/** As much of `node:crypto` as is used. */
interface NodeCrypto {
  createHmac(algorithm: "sha256", key: string): Hmac;
}

interface Hmac {
  update(data: string | Uint8Array): Hmac;
  digest(encoding: "hex"): string;
}

/**
 * Node's own cryptography, which is synchronous and what VINR's published snippet needs.
 *
 * Asked for at run time, since an import would keep the whole client out of bundles for places that lack it. Node, Bun
 * and Deno have it; Cloudflare's workers have it with the flag `nodejs_compat`.
 */
let crypto: NodeCrypto | undefined;

/**
 * `v1=` and the HMAC-SHA256 over `<seconds>.<body>`, in lower-case hex.
 *
 * @throws {VinrError} `crypto_missing` where there is no `node:crypto`.
 */
export function signSync(secret: string, { seconds, body }: Signed): string {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => NodeCrypto | undefined } };
  crypto ??= process?.getBuiltinModule?.("node:crypto");
  if (!crypto) throw new VinrError("There is no node:crypto: use constructEventAsync.", { code: "crypto_missing" });
  const hmac = crypto.createHmac("sha256", secret);
  // One call into native code instead of two.
  if (typeof body === "string") hmac.update(`${seconds}.${body}`);
  else hmac.update(`${seconds}.`).update(body);
  return `v1=${hmac.digest("hex")}`;
}

/** The same by Web Crypto, which every runtime has, and which is async. */
export async function signAsync(secret: string, { seconds, body }: Signed): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
  const prefix = encoder.encode(`${seconds}.`);
  const bytes =
    typeof body === "string" ? encoder.encode(body) : new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  const signed = new Uint8Array(prefix.length + bytes.length);
  signed.set(prefix);
  signed.set(bytes, prefix.length);
  const mac = new Uint8Array(await subtle.sign("HMAC", key, signed));
  return `v1=${Array.from(mac, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
