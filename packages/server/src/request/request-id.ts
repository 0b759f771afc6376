import { isRequestId } from "@vinr/validators/request-id";

/** The request's own id, where a proxy in front of the server gave it one; else a new one. */
export function readRequestId(given: string | undefined, createRequestId: () => string): string {
  return given !== undefined && isRequestId(given) ? given : createRequestId();
}

/** Unique enough to find a request in a log, about 100 random bits; it protects nothing. */
export function createRequestId(): string {
  const part = () => Math.random().toString(36).slice(2, 12).padEnd(10, "0");
  return `req_${part()}${part()}`;
}
