import { VinrError } from "../errors.js";
import type { Signed } from "./delivery.js";

/** As much of `node:crypto` as is used. */
interface NodeCrypto {
  createHmac(algorithm: "sha256", key: object): Hmac;
  createSecretKey(secret: string, encoding: "utf8"): object;
}

interface NodeGlobal {
  process: { getBuiltinModule?: (name: "node:crypto") => NodeCrypto | undefined };
}

interface Hmac {
  update(data: string | Uint8Array): Hmac;
  digest(encoding: "hex"): string;
}

/** The last secret, and what starts an HMAC with it: a server has one, and to make a key takes a tenth of the time. */
let lastSecret: string | undefined;
let startHmac: () => Hmac;

/**
 * HMAC-SHA256 over `<seconds>.<body>`, in lower-case hex, by Node's own cryptography: it is synchronous, which VINR's
 * published snippet needs.
 *
 * Asked for at run time, since an import would keep the whole client out of bundles for places that lack it. Node, Bun
 * and Deno have it; Cloudflare's workers have it with the flag `nodejs_compat`.
 *
 * @throws {VinrError} `crypto_missing` where there is no `node:crypto`.
 */
export function signSync(secret: string, { seconds, body }: Signed): string {
  if (secret !== lastSecret) {
    const crypto = (globalThis as Partial<NodeGlobal>).process?.getBuiltinModule?.("node:crypto");
    if (!crypto) throw new VinrError("No node:crypto: use constructEventAsync.", { code: "crypto_missing" });
    const key = crypto.createSecretKey(secret, "utf8");
    startHmac = () => crypto.createHmac("sha256", key);
    lastSecret = secret;
  }
  const hmac = startHmac();
  // One call into native code instead of two.
  if (typeof body === "string") hmac.update(`${seconds}.${body}`);
  else hmac.update(`${seconds}.`).update(body);
  return hmac.digest("hex");
}

/** The same by Web Crypto, which every runtime has, and which is async. */
export async function signAsync(secret: string, { seconds, body }: Signed): Promise<string> {
  const { subtle } = crypto;
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await subtle.importKey("raw", new TextEncoder().encode(secret), algorithm, false, ["sign"]);
  // A Blob puts text and bytes together, and writes text in UTF-8.
  const signed = await new Blob([`${seconds}.`, body as BlobPart]).arrayBuffer();
  const mac = new Uint8Array(await subtle.sign("HMAC", key, signed));
  return Array.from(mac, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
