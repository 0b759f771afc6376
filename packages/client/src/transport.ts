import createClient from "openapi-fetch";

/** One request, ready to send. */
export interface TransportRequest {
  readonly method: "DELETE" | "GET" | "POST";
  /** Below the server's base, encoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>> | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body: string | undefined;
  /** Ends the request, and the reading of its answer's body too. */
  readonly signal: AbortSignal;
}

/** How a request ended. `body` is the parsed JSON, or, of an error that is no JSON, its text. */
export type TransportOutcome =
  | { readonly kind: "answered"; readonly response: Response; readonly body: unknown }
  | { readonly kind: "cut" | "not_json"; readonly response: Response; readonly cause: unknown }
  | { readonly kind: "unreachable"; readonly cause: unknown };

/** Sends a request and reads the whole answer. It never rejects. */
export type Transport = (request: TransportRequest) => Promise<TransportOutcome>;

/** Any operation: names and types are the business of the callers, who have them from `@vinr/types`. */
interface AnyOperation {
  parameters: { query?: Record<string, unknown> };
  requestBody?: { content: { "application/json": string } };
  responses: { default: { content: { "application/json": unknown } } };
}

type AnyPaths = Record<string, Record<"delete" | "get" | "post", AnyOperation>>;

/** The transport on openapi-fetch, which no other file touches. */
export function createTransport(baseUrl: string, fetch: (request: Request) => Promise<Response>): Transport {
  const client = createClient<AnyPaths>({
    baseUrl,
    // A redirect is an answer like any other: followed, it could carry the key to another host.
    redirect: "manual",
    // A body is JSON text already, the same to the byte at each attempt.
    bodySerializer: (text) => text,
  });
  return async ({ method, path, query, headers, body, signal }) => {
    let response: Response | undefined;
    try {
      const result = await client.request(method.toLowerCase() as "delete" | "get" | "post", path, {
        params: query === undefined ? {} : { query },
        headers,
        ...(body === undefined ? {} : { body }),
        signal,
        fetch: async (request: Request) => {
          response = await fetch(request);
          return response;
        },
      });
      return { kind: "answered", response: result.response, body: result.data ?? result.error };
    } catch (cause) {
      if (response === undefined) return { kind: "unreachable", cause };
      return { kind: cause instanceof SyntaxError ? "not_json" : "cut", response, cause };
    }
  };
}
