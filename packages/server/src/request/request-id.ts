import { isRequestId } from "@vinr/validators/request-id";
import { toHex } from "../hex.js";

/** The request's own id, where a proxy in front of the server gave it one; else a new one. */
export function readRequestId(headers: Headers, createRequestId: () => string): string {
  const given = headers.get("x-request-id");
  return given !== null && isRequestId(given) ? given : createRequestId();
}

/** 128 random bits. */
export function createRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `req_${toHex(bytes)}`;
}
