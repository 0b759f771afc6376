import type { Handler } from "@vinr/server";
import { redactAddress } from "../../pages/window/recording/redact.js";

/** A request as it is logged: without keys, bodies, queries and card numbers. */
export interface RequestLine {
  readonly time: string;
  readonly level: "error" | "info";
  readonly message: "request";
  readonly requestId: string | undefined;
  readonly method: string;
  readonly path: string;
  /** Undefined if a fault broke the connection. */
  readonly status: number | undefined;
  /** Until the response began. */
  readonly milliseconds: number;
  /** The account's public id: a hash, which does not reveal its key. */
  readonly account: string | undefined;
}

export interface AccessLogOptions {
  readonly write: (line: RequestLine) => void;
  /** The public id of the account of a request; undefined if its key belongs to none. */
  readonly findAccount: (request: Request, response: Response) => string | undefined;
  readonly now: () => number;
}

/** The longest path that is logged. */
const maxPath = 200;

/** Writes a line for each request, when its response begins. */
export function logRequests(handler: Handler, { write, findAccount, now }: AccessLogOptions): Handler {
  return async (request) => {
    const start = performance.now();
    // The request may no longer be readable when its response exists.
    const { method, url } = request;
    const line = (response: Response | undefined): RequestLine => ({
      time: new Date(now()).toISOString(),
      level: response !== undefined && response.status >= 500 ? "error" : "info",
      message: "request",
      requestId: response?.headers.get("x-request-id") ?? undefined,
      method: method.slice(0, 20),
      // Cut last: the beginning of a key or of a card number would not be recognized.
      path: redactAddress(new URL(url).pathname).slice(0, maxPath),
      status: response?.status,
      milliseconds: Math.round((performance.now() - start) * 10) / 10,
      account: response && findAccount(request, response),
    });
    try {
      const response = await handler(request);
      write(line(response));
      return response;
    } catch (error) {
      write(line(undefined));
      throw error;
    }
  };
}
