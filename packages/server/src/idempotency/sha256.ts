import { toHex } from "../hex.js";

/** The part of `node:crypto` that is used here. */
interface NodeCrypto {
  /** Since Node 20.12. */
  hash?(algorithm: "sha256", text: string, encoding: "hex"): string;
}

declare const process: { getBuiltinModule?: (name: "node:crypto") => NodeCrypto | undefined } | undefined;

const nodeCrypto = typeof process === "undefined" ? undefined : process.getBuiltinModule?.("node:crypto");

/**
 * The SHA-256 of a text, in hex. Web Crypto is everywhere, but hands even a short text to another thread: with `node:crypto`,
 * a request with an idempotency key takes a sixth less of a server's time.
 */
export async function sha256(text: string): Promise<string> {
  if (nodeCrypto?.hash !== undefined) return nodeCrypto.hash("sha256", text, "hex");
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
}
