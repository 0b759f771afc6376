/** The window: what happens in an account, for people. */
import { ApiError, apiError, type Handler } from "@vinr/server";
import { ownProperties } from "@vinr/server/internal";
import { Hono } from "hono";
import { ConnectionResetError } from "../../faults/broken-response.js";
import { copyText } from "../copy-text.js";
import { seeOther } from "../page.js";
import { readFields } from "../read-fields.js";
import { findKeptAccount, isOwnForm, keyCookie, readAccount } from "./access.js";
import { type Form, fieldNames, UnreadableResponseError } from "./actions.js";
import { routeButtons } from "./button-routes.js";
import type { Visit, WindowApp, WindowOptions } from "./context.js";
import { LiveStreams } from "./live.js";
import { bounds, sendPath } from "./send-request.js";
import { routeSend } from "./send-route.js";
import { routeViews } from "./view-routes.js";
import { renderAccountPage } from "./views/account.js";
import { renderProblem } from "./views/problem.js";

/** The window of a server. */
export interface SandboxWindow {
  /** Serves `/`, and everything below `/window/`. */
  readonly handle: Handler;
  /** Ends the streams of changes, so that the server can stop. */
  close(): void;
}

/** The largest form, in bytes: a description of 500 characters takes at most twelve bytes for each. */
const maxFormBytes = 10_000;
/** The same for a request that a reader wrote, with a body. */
const maxSendFormBytes = 12 * (bounds.body + bounds.path + bounds.idempotencyKey);

export function createWindow(options: WindowOptions): SandboxWindow {
  const streams = new LiveStreams(options.recording.changes);
  const app: WindowApp = new Hono();
  app.onError((error) => explain(error, options));
  app.notFound(() => renderProblem(404, "Page not found", "Check the address."));
  app.use("*", async (visit, next) => {
    await next();
    // Otherwise a page that opened one in a new tab could navigate it, such as to another fragment while a reader is
    // about to press Send.
    visit.res.headers.set("cross-origin-opener-policy", "same-origin");
  });
  app.use("*", async ({ req }, next) => {
    if (bringsForm(req) && !isOwnForm(req.raw, options.publicUrl)) {
      throw apiError("permission_denied", {
        message: "This form was not sent by a page of the window, so nothing was done.",
      });
    }
    await next();
  });
  routeAccount(app, options);
  app.use("*", async (visit, next) => {
    const account = findAccount(visit, options);
    if (account === undefined) return renderAccountPage({ account, openAccount: undefined });
    visit.set("account", account);
    return next();
  });
  app.use("*", takeForm);
  // A HEAD would open a stream that nobody reads.
  app.get("/window/live", ({ req, var: { account } }) =>
    req.method === "GET" ? streams.open(account) : new Response(),
  );
  routeViews(app, options);
  routeButtons(app, options);
  routeSend(app, options);
  return { handle: async (request) => app.fetch(request), close: () => streams.close() };
}

function findAccount({ req }: Visit, { openAccount, world }: WindowOptions): string | undefined {
  return findKeptAccount(req.raw.headers, world) ?? openAccount;
}

function bringsForm({ method }: { readonly method: string }): boolean {
  return method !== "GET" && method !== "HEAD";
}

/** Reads the form of a request, once its account is known: a form may be large, and few may send one. */
async function takeForm(visit: Visit, next: () => Promise<void>): Promise<void> {
  if (bringsForm(visit.req)) visit.set("form", await readForm(visit.req.raw));
  await next();
}

/** @throws {ApiError} `unsupported_media_type`, `body_too_large` or `body_malformed`. */
async function readForm(request: Request): Promise<Form> {
  const maxBytes = new URL(request.url).pathname === sendPath ? maxSendFormBytes : maxFormBytes;
  const fields = await readFields(request, maxBytes, "This is not a form of the window.");
  const given = fieldNames.flatMap((name) => {
    const value = fields.get(name);
    return value === null ? [] : [[name, copyText(value)] as const];
  });
  return ownProperties(Object.fromEntries(given));
}

/** The page to choose an account. It needs none. */
function routeAccount(app: WindowApp, options: WindowOptions): void {
  const pageOf = (visit: Visit) => ({ openAccount: options.openAccount, account: findAccount(visit, options) });
  app.get("/window/account", (visit) => renderAccountPage(pageOf(visit)));
  app.post("/window/account", takeForm, async (visit) => {
    try {
      return keepKey(visit, readAccount(visit.var.form.key ?? "", options.world));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return renderAccountPage({ ...pageOf(visit), problem: error.message });
    }
  });
  app.post("/window/account/end", takeForm, (visit) => keepKey(visit, null));
}

function keepKey({ req }: Visit, account: string | null): Response {
  const response = seeOther("/");
  // A proxy may have ended TLS: the page's own origin tells whether the browser uses it.
  response.headers.set("set-cookie", keyCookie(account, req.header("origin")?.startsWith("https:") ?? false));
  return response;
}

/** A page about an error. A fault in the account is not an error of the window. */
function explain(error: unknown, { onError }: WindowOptions): Promise<Response> {
  if (error instanceof ApiError) return renderProblem(error.status, "That did not work", error.message, error.headers);
  if (error instanceof ConnectionResetError)
    return renderProblem(502, "No response", "A fault in this account reset the connection.");
  if (error instanceof UnreadableResponseError) return renderProblem(502, "The response cannot be read", error.message);
  onError(error);
  return renderProblem(500, "Something went wrong here", "See the sandbox's terminal.");
}
