/**
 * Requests that a reader writes: from the fields of a form to the API. Everything is checked here, whoever filled in
 * the form.
 */
import { type ApiCaller, type Apis, type Form, headersOf } from "./actions.js";
import { indentJson } from "./indent-json.js";
import { hasGaps } from "./recording/capture.js";
import type { LoggedRequest } from "./recording/request-log.js";

/** The address of the page on which a request is written. */
export const sendPath = "/window/send";

/** The methods of the merchant's API. */
export const methods: readonly string[] = ["GET", "POST", "DELETE"];

/** The longest texts of the fields, in characters. */
export const bounds = { path: 2_000, idempotencyKey: 255, body: 50_000 } as const;

/** A request as it is in the fields, which may be wrong. */
export interface WrittenRequest {
  readonly method: string;
  /** Path and query, such as `/v1/payments?limit=25`. */
  readonly path: string;
  /** Empty: none. */
  readonly idempotencyKey: string;
  /** Empty: none. */
  readonly body: string;
}

export const emptyRequest: WrittenRequest = { method: "GET", path: "/v1/payments", idempotencyKey: "", body: "" };

/** The problems of a request, by the names of its fields. */
export type FieldProblems = Partial<Record<keyof WrittenRequest, string>>;

/** The request in a form's fields. Browsers end the lines of a field with two characters. */
export function readWritten({ method = "", path = "", idempotencyKey = "", body = "" }: Form): WrittenRequest {
  return {
    method,
    path: path.trim(),
    idempotencyKey: idempotencyKey.trim(),
    body: body.trim() === "" ? "" : body.replaceAll("\r\n", "\n"),
  };
}

/**
 * A request from the log, to be edited. It is a new request: with the old idempotency key, it would only get the old
 * response again.
 */
export function rewrite({ method, target, body = "" }: LoggedRequest): WrittenRequest {
  return { method, path: target, idempotencyKey: "", body: isCompact(body) ? (indentJson(body) ?? body) : body };
}

/** Whether a request from the log can be written here: not one to the control API, or with another method. */
export function canRewrite({ method, target }: LoggedRequest): boolean {
  return methods.includes(method) && findTarget(target) !== undefined;
}

/** Whether the log left out something that must be filled in before a request is sent again. */
export function isIncomplete({ target, body }: LoggedRequest): boolean {
  return hasGaps(target) || hasGaps(body);
}

/**
 * Whether a body is compact JSON, in which indenting changes only whitespace: no duplicate property is lost, and no
 * number loses digits.
 */
function isCompact(body: string): boolean {
  try {
    return JSON.stringify(JSON.parse(body)) === body;
  } catch {
    return false;
  }
}

/**
 * Finds what prevents a request from being sent. Problems that the API itself reports, such as broken JSON, are left to
 * its response.
 */
export function findProblems({ method, path, idempotencyKey, body }: WrittenRequest): FieldProblems {
  return {
    ...(methods.includes(method) ? {} : { method: `Choose one of ${methods.join(", ")}.` }),
    ...(path.length <= bounds.path && findTarget(path) !== undefined
      ? {}
      : { path: `Write a path of this server's API, such as /v1/payments, of at most ${bounds.path} characters.` }),
    ...(/^[\x21-\x7e]{0,255}$/.test(idempotencyKey)
      ? {}
      : { idempotencyKey: "Write at most 255 visible ASCII characters without spaces." }),
    ...findBodyProblem(method, body),
  };
}

function findBodyProblem(method: string, body: string): FieldProblems {
  if (body.length > bounds.body) return { body: `Write at most ${bounds.body} characters, not ${body.length}.` };
  if (method === "GET" && body !== "")
    return { body: "A GET has no body: empty this field, or choose another method." };
  return {};
}

const base = "http://localhost";

/**
 * The path and query below `/v1/`, as a server gets them; undefined for another address, however it is spelled:
 * `//evil.example`, `/v1/../sandbox/resets`, `/v1/%2e%2e/sandbox/resets`.
 */
function findTarget(path: string): string | undefined {
  if (!path.startsWith("/v1/") || !URL.canParse(path, base)) return undefined;
  const { origin, pathname, search, hash } = new URL(path, base);
  return origin === base && pathname.startsWith("/v1/") && hash === "" ? pathname + search : undefined;
}

/**
 * Sends a request for an account, and returns its request id, by which it is found in the log; undefined if a fault
 * left none. The response is read only from the log.
 *
 * @throws {ConnectionResetError} if a fault causes it.
 */
export async function sendWritten(
  { api }: Apis,
  { account, signal }: ApiCaller,
  written: WrittenRequest,
): Promise<string | undefined> {
  const { method, path, body, idempotencyKey } = written;
  const hasBody = body !== "";
  const response = await api(
    new Request(`${base}${findTarget(path)}`, {
      method,
      signal,
      body: hasBody ? body : null,
      headers: headersOf(account, { hasBody, idempotencyKey: idempotencyKey === "" ? undefined : idempotencyKey }),
    }),
  );
  return response.headers.get("x-request-id") ?? undefined;
}
