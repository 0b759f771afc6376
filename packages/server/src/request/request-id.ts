/** Unique enough to find a request in a log, about 100 random bits; it protects nothing. */
export function createRequestId(): string {
  const part = () => Math.random().toString(36).slice(2, 12).padEnd(10, "0");
  return `req_${part()}${part()}`;
}
