import type { Runtime } from "./runtime.js";

/**
 * Where the client meets HTTP. The global `fetch` fits; so does `createNodeFetch` of `@vinr/client/node`, the fake of
 * `@vinr/client/testing`, and whatever else sends a request and reads its answer.
 */
export interface Fetch {
  (url: string, init: HttpRequest): Promise<HttpResponse>;
  /** What it knows to do better than the client, such as timers. */
  readonly runtime?: Partial<Runtime>;
}

/** What is passed to `fetch` beside the URL. */
export interface HttpRequest {
  method: string;
  headers: Record<string, string>;
  body?: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | string;
  /** A redirect is an answer like any other: followed, it could carry the key to another host. */
  redirect: "manual";
  /** The body is sent before the answer is read; fetch asks for this word where the body is a stream. */
  duplex: "half";
  /** Ends the request, and the reading of its answer's body too. */
  signal: AbortSignal;
}

/** As much of an answer as is used. `fetch` rejects where there is none, `text` where it is cut. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  text(): Promise<string>;
}
