/** The part of `node:crypto` that is used here. */
export interface NodeCrypto {
  createHmac(algorithm: "sha256", key: string): Hmac;
}

interface Hmac {
  update(data: string | Uint8Array): Hmac;
  digest(encoding: "hex"): string;
}

interface NodeGlobal {
  process?: { getBuiltinModule?: (name: "node:crypto") => NodeCrypto | undefined };
}

/** Kept after the first lookup, which costs a tenth of a verification. */
let nodeCrypto: NodeCrypto | undefined;

/**
 * Finds `node:crypto`, which Node, Bun and Deno have, and Cloudflare Workers with the flag `nodejs_compat`.
 *
 * It is looked up at runtime, because an import would keep the client out of bundles for other runtimes.
 */
export function findNodeCrypto(): NodeCrypto | undefined {
  nodeCrypto ??= (globalThis as NodeGlobal).process?.getBuiltinModule?.("node:crypto");
  return nodeCrypto;
}
