import { ownProperties } from "../config/own-properties.js";
import { VinrError } from "../errors/errors.js";
import type { SignedContent } from "./delivery.js";
import { findNodeCrypto } from "./node-crypto.js";

/**
 * Computes the HMAC-SHA256 of `<seconds>.<body>` in lower-case hex, synchronously, with `node:crypto`.
 *
 * @throws {VinrError} `crypto_missing` without `node:crypto`.
 */
export function signSync(secret: string, { seconds, body }: SignedContent): string {
  const nodeCrypto = findNodeCrypto();
  if (!nodeCrypto) {
    const message = "This runtime has no node:crypto: use constructEventAsync.";
    throw new VinrError(message, { code: "crypto_missing" });
  }
  return nodeCrypto.createHmac("sha256", secret).update(`${seconds}.`).update(body).digest("hex");
}

/** The same with Web Crypto, which every runtime has, and which is asynchronous. */
export async function signAsync(secret: string, { seconds, body }: SignedContent): Promise<string> {
  const { subtle } = crypto;
  const algorithm = ownProperties({ name: "HMAC", hash: "SHA-256" });
  const key = await subtle.importKey("raw", new TextEncoder().encode(secret), algorithm, false, ["sign"]);
  // A Blob joins text and bytes, and encodes text as UTF-8.
  const signed = await new Blob([`${seconds}.`, body as BlobPart]).arrayBuffer();
  const mac = new Uint8Array(await subtle.sign("HMAC", key, signed));
  return Array.from(mac, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
