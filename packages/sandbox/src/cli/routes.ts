import { randomUUID } from "node:crypto";
import { apiError, type Handler } from "@vinr/server";
import { errorBody, findBody, respondWithError, sandboxPlan } from "@vinr/server/internal";
import { isRequestId } from "@vinr/validators/strict";
import { ConnectionResetError } from "../faults/broken-response.js";
import { type Assets, serveAsset } from "../pages/assets.js";
import type { PagesOnDemand } from "../pages/pages-on-demand.js";
import { redact } from "../pages/window/recording/redact.js";
import { findKeyAccount } from "../pages/window/recording/request-log.js";
import type { ErrorListener } from "./assemble.js";
import type { Health } from "./hosting/health.js";
import type { Sending } from "./hosting/sending.js";
import { isLarge, type Overload, type WorkInFlight } from "./hosting/work-in-flight.js";
import { findForeignName, type ServerNames } from "./served-names.js";

/** Everything that is served: the merchant's API below `/v1`, the control API below `/sandbox`, and pages. */
export interface Served {
  readonly api: Handler;
  readonly control: Handler;
  readonly pages: Pick<PagesOnDemand, "checkout" | "window">;
  readonly assets: Assets;
  readonly health: Health;
  readonly work: WorkInFlight;
  readonly sending: Sending;
  /** The account whose key a browser keeps; undefined if it keeps none. */
  readonly findKeptAccount: (headers: Headers) => string | undefined;
}

/**
 * Serves only requests to this server's own names, and no more at once than it can handle. Other requests are told
 * where the APIs are.
 */
export function guard(served: Served, names: ServerNames): Handler {
  return async (request) => {
    const { pathname, hostname } = new URL(request.url);
    dropSecretId(request.headers);
    // Before the check of names: a load balancer may use any.
    const health = await served.health.respond(pathname);
    if (health !== undefined) return health;
    const reason = findForeignName(hostname, request.headers, names);
    if (reason !== undefined) return reject("permission_denied", reason);
    const handler = findHandler(served, pathname);
    if (handler === undefined) return serveAsset(served.assets, pathname) ?? rejectPath(pathname);
    // The window takes no key but the one that the browser keeps.
    const isOfWindow = handler === served.pages.window;
    const account = isOfWindow ? served.findKeptAccount(request.headers) : findKeyAccount(request.headers);
    const work = { account, isLarge: isLarge(pathname, request.headers), handler };
    const overload = served.work.findOverload(account, work.isLarge);
    return overload === undefined ? respond(served, request, work) : rejectOverload(request, overload);
  };
}

/**
 * Reports an error that no handler expected, and responds as the APIs do. A fault that breaks the connection is not an
 * error.
 */
export function explainErrors(handler: Handler, onError: ErrorListener): Handler {
  return async (request) => {
    try {
      return await handler(request);
    } catch (error) {
      if (error instanceof ConnectionResetError) throw error;
      const requestId = createRequestId();
      onError(error, requestId);
      return reject("internal_error", undefined, requestId);
    }
  };
}

/**
 * Drops an id that the API would not take, before anything searches it: it may be long. One that holds a key or a card number would
 * be in responses, logs and spans. In one of 32 hexadecimal digits, as programs make them, one in hundreds has what may be a card
 * number by chance.
 */
function dropSecretId(headers: Headers): void {
  const id = headers.get("x-request-id") ?? "";
  const isTaken = isRequestId(id) && (/^req_[\da-f]{32}$/.test(id) || redact(id) === id);
  if (!isTaken) headers.delete("x-request-id");
}

/** Returns the response as soon as it exists. The request counts until the response has been sent. */
function respond(
  { work, sending }: Served,
  request: Request,
  { account, isLarge, handler }: { account: string | undefined; isLarge: boolean; handler: Handler },
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const handle = async (): Promise<void> => {
      const response = await handler(request);
      const send = (): Promise<void> => {
        resolve(response);
        return sending.end(request, response);
      };
      if (isLarge || lengthOf(response) <= longestSmall) return send();
      const overload = work.findLargeOverload(account);
      if (overload === undefined) return work.runLarge(account, send);
      resolve(rejectOverload(request, overload));
    };
    work.run(account, isLarge, handle).catch(reject);
  });
}

/**
 * A response with more bytes takes as much memory as a whole account, so it counts as a large one. Lists of objects
 * with long metadata can be this long.
 */
const longestSmall = 512 * 1024;

/**
 * The length of an API response, in bytes. A page states its own length, as does a response that a fault breaks off.
 */
function lengthOf(response: Response): number {
  const body = findBody(response);
  return body === undefined ? Number(response.headers.get("content-length")) : Buffer.byteLength(body);
}

/** Tells the client to come back in a second, when its bucket is no longer empty. */
function rejectOverload(request: Request, overload: Overload): Response {
  const error =
    overload === "server"
      ? apiError("service_unavailable", { message: "The sandbox is overloaded right now.", retryAfter: 1 })
      : apiError("rate_limited", { message: "Too many requests of this account are in progress." });
  const reset = Math.ceil(Date.now() / 1000) + 1;
  const empty = { isAllowed: false, limit: sandboxPlan.limit, remaining: 0, reset };
  return respondWithError(error, { request, requestId: createRequestId() }, empty);
}

function findHandler({ api, control, pages }: Served, path: string): Handler | undefined {
  if (path.startsWith("/v1/")) return api;
  if (path.startsWith("/sandbox/")) return control;
  if (path.startsWith("/checkout/")) return pages.checkout;
  return path === "/" || path.startsWith("/window/") ? pages.window : undefined;
}

function rejectPath(path: string): Response {
  const message = `There is no path ${path.slice(0, 200)}: the API is at /v1, such as /v1/payments, and the control API at /sandbox.`;
  return reject("route_not_found", message);
}

type Rejection = "internal_error" | "permission_denied" | "route_not_found";

function reject(code: Rejection, message: string | undefined, requestId = createRequestId()): Response {
  const error = apiError(code, { message });
  return Response.json(errorBody(error, requestId), {
    status: error.status,
    headers: { "cache-control": "no-store", "x-request-id": requestId },
  });
}

function createRequestId(): string {
  return `req_${randomUUID().replaceAll("-", "")}`;
}
