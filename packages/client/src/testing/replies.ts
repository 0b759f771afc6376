import { type ErrorCode, errorCodes } from "../generated/error-codes.js";
import { examples } from "../generated/examples.js";
import type { OperationId } from "../generated/operations.js";
import type { HttpResponse } from "../http-seam.js";

/** How an attempt is answered; it rejects where it is not. */
export type Reply = (call: RecordedCall, signal: AbortSignal) => Promise<HttpResponse>;

/** A request as it arrived. */
export interface RecordedCall<Id extends OperationId = OperationId, Body = unknown> {
  readonly operationId: Id;
  readonly method: string;
  readonly url: string;
  /** What stands in the path's braces. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The body, parsed; undefined where there was none. */
  readonly body: Body;
  /** By their names in lower case, without the key. */
  readonly headers: Readonly<Record<string, string>>;
  readonly idempotencyKey: string | undefined;
}

/** The names of an operation's documented examples. */
export type ExampleName<Id extends OperationId> = {
  [Status in keyof (typeof examples)[Id]]: keyof (typeof examples)[Id][Status];
}[keyof (typeof examples)[Id]] &
  string;

let requests = 0;

/** A whole answer. */
export function answer(status: number, body: unknown, headers: Record<string, string> = {}): HttpResponse {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  // No Response: reading one takes a browser real time, in which a virtual clock would jump.
  return {
    status,
    headers: new Headers({
      "content-type": "application/json",
      "x-request-id": `req_test${++requests}`,
      "x-ratelimit-limit": "25",
      "x-ratelimit-remaining": "49",
      "x-ratelimit-reset": "1776249001",
      ...headers,
    }),
    text: async () => (status === 204 ? "" : text),
  };
}

/** The status of an operation's success, and its first example. */
export function defaultAnswer(id: OperationId): { status: number; body: unknown } {
  const [status = "200", named = {}] = Object.entries(examples[id]).find(([key]) => key.startsWith("2")) ?? [];
  return { status: Number(status), body: Object.values(named)[0] };
}

/** What ends a list: an example of a last page, else one without items. */
export function lastPage(id: OperationId): { status: number; body: unknown } {
  const { status, body } = defaultAnswer(id);
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
 * The example of a name, with its status.
 *
 * @throws {TypeError} where the operation has no example of that name.
 */
export function findExample(id: OperationId, name: string): { status: number; body: unknown } {
  for (const [status, named] of Object.entries(examples[id])) {
    const found = Object.entries(named).find(([key]) => key === name);
    if (found !== undefined) return { status: Number(status), body: found[1] };
  }
  throw new TypeError(`${id} has no documented example ${name}.`);
}

/** An error as the API words it. */
export function errorBody(code: ErrorCode, details: object): { status: number; body: unknown } {
  const { status, type, description } = errorCodes[code];
  const doc_url = `https://docs.vinr.com/errors/${code}`;
  return { status, body: { error: { type, code, message: description, doc_url, ...details } } };
}

/** Never answers; it ends when the attempt is given up. */
export const hang: Reply = (_, signal) =>
  new Promise((__, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

/** Hangs up without an answer. */
export const hangUp: Reply = async () => {
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  throw new TypeError("fetch failed", { cause });
};

/** Answers, and hangs up in the middle of the body. */
export const cutShort: Reply = async ({ operationId }) => {
  const { status } = defaultAnswer(operationId);
  const { headers } = answer(status, {});
  const text = () => Promise.reject(Object.assign(new Error("terminated"), { code: "UND_ERR_SOCKET" }));
  return { status, headers, text };
};
