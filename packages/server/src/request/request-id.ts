import { toHex } from "../hex.js";

/** 128 random bits. */
export function createRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `req_${toHex(bytes)}`;
}
