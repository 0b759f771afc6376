import { type ErrorCode, errorCodes } from "../generated/error-codes.js";
import { examples } from "../generated/examples.js";
import type { OperationId } from "../generated/operations.js";
import type { HttpResponse } from "../transport/transport.js";
import { checkName } from "./check-name.js";

/** Responds to an attempt, or rejects as a transport does. */
export type Responder = (call: RecordedCall, signal: AbortSignal) => Promise<HttpResponse>;

/** A request that the fake API received. */
export interface RecordedCall<Id extends OperationId = OperationId, Body = unknown> {
  readonly operationId: Id;
  readonly method: string;
  readonly url: string;
  /** The path parameters. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The parsed body; undefined if there was none. */
  readonly body: Body;
  /** By name in lower case, without the key. */
  readonly headers: Readonly<Record<string, string>>;
  readonly idempotencyKey: string | undefined;
}

/** The names of an operation's documented examples. */
export type ExampleName<Id extends OperationId> = {
  [Status in keyof (typeof examples)[Id]]: keyof (typeof examples)[Id][Status];
}[keyof (typeof examples)[Id]] &
  string;

let requests = 0;

/** Creates a complete response. */
export function createResponse(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  // Not a Response: reading one takes real time in browsers, and a virtual clock would jump meanwhile.
  return {
    status,
    headers: new Headers({
      "content-type": "application/json",
      "x-request-id": `req_test${++requests}`,
      "x-ratelimit-limit": "25",
      "x-ratelimit-remaining": "49",
      ...headers,
    }),
    text: async () => (status === 204 ? "" : text),
  };
}

/** Returns the success status of an operation, and its first example. */
export function defaultResponse(id: OperationId): { status: number; body: unknown } {
  const [status = "200", named = {}] = Object.entries(examples[id]).find(([key]) => key.startsWith("2")) ?? [];
  return { status: Number(status), body: Object.values(named)[0] };
}

/** Returns the last page of a list: an example of one, otherwise an empty page. */
export function lastPage(id: OperationId): { status: number; body: unknown } {
  const { status, body } = defaultResponse(id);
  const page = { has_more: false, next_cursor: null, total_estimate: 0 };
  const found = Object.values(readNamed(examples[id], status)).find((value) => hasPage(value) && !value.page.has_more);
  return { status, body: found ?? { ...(body as object), data: [], page } };
}

function readNamed(statuses: object, status: number): object {
  return Object.entries(statuses).find(([key]) => key === String(status))?.[1] ?? {};
}

function hasPage(value: unknown): value is { page: { has_more: boolean } } {
  return typeof value === "object" && value !== null && "page" in value;
}

/**
 * Finds an example by name, with its status.
 *
 * @throws {TypeError} if the operation has no example of that name.
 */
export function findExample(id: OperationId, name: string): { status: number; body: unknown } {
  for (const [status, named] of Object.entries(examples[id])) {
    const found = Object.entries(named).find(([key]) => key === name);
    if (found !== undefined) return { status: Number(status), body: found[1] };
  }
  const names = Object.values(examples[id]).flatMap((named) => Object.keys(named));
  throw new TypeError(`${id} has no documented example ${name}. It has: ${names.join(", ")}.`);
}

/**
 * Creates the body of an API error.
 *
 * @throws {TypeError} for a code that the API does not document.
 */
export function errorBody(code: ErrorCode, details: object): { status: number; body: unknown } {
  checkName("error code", code, errorCodes);
  const { status, type, description } = errorCodes[code];
  const doc_url = `https://docs.vinr.com/errors/${code}`;
  return { status, body: { error: { type, code, message: description, doc_url, ...details } } };
}

/** Never responds; rejects when the attempt is aborted. */
export const neverRespond: Responder = (_, signal) =>
  new Promise((__, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

/** Closes the connection without a response. */
export const resetConnection: Responder = async () => {
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  throw new TypeError("fetch failed", { cause });
};

/** Closes the connection in the middle of the response body. */
export const cutResponse: Responder = async ({ operationId }) => {
  const { status } = defaultResponse(operationId);
  const { headers } = createResponse(status, {});
  const text = () => Promise.reject(Object.assign(new Error("terminated"), { code: "UND_ERR_SOCKET" }));
  return { status, headers, text };
};
