/**
 * The headers of a request, names in lower case. Read from `Headers` once: its iterator sorts them each time, and a map inherits
 * nothing.
 */
export type RequestHeaders = ReadonlyMap<string, string>;

export function readHeaders(request: Request): RequestHeaders {
  return new Map(request.headers);
}
