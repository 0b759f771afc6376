/**
 * The transport: sends one HTTP request. The global `fetch` is one; so are `createNodeFetch` of `@vinr/client/node`, the
 * fake API of `@vinr/client/testing`, and any function that sends a request and reads the response.
 */
export type Fetch = (url: string, init: HttpRequest) => Promise<HttpResponse>;

/** The second argument of `fetch`. */
export interface HttpRequest {
  method: string;
  headers: Record<string, string>;
  body?: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | string;
  /** A redirect is returned like any other response. Following it could send the key to another host. */
  redirect: "manual";
  /** The standard requires this when the body is a stream: the body is sent before the response is read. */
  duplex: "half";
  /** Ends the request, including while the response body is read. */
  signal: AbortSignal;
}

/** The part of a response that the client uses. `fetch` rejects if there is no response, `text` if it is cut. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  /** An async iterable of bytes, as most runtimes have it. Without one, the client reads `text`. */
  readonly body?: object | null;
  text(): Promise<string>;
}
