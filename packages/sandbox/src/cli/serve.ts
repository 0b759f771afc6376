import { createHmac, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createTokenBucket, errorResponse, type Handler } from "@vinr/server";
import type { World } from "../account.js";
import { createApi } from "../api.js";
import { createControlApi } from "../control/control-api.js";
import type { SendRequest } from "../deliver.js";
import { Deliveries } from "../deliveries.js";
import { type Assets, readAssets, serveAsset } from "../pages/assets.js";
import { createCheckout } from "../pages/checkout/checkout.js";
import { reportOutages } from "../store/report-outages.js";
import { DeliveryLoop } from "./delivery-loop.js";
import { openStore } from "./open-store.js";
import type { CommandOptions } from "./options.js";
import { findForeignName, isEveryAddress, type ServerNames } from "./served-names.js";
import { tellOutages } from "./tell-outages.js";

/** A sandbox that listens. */
export interface RunningSandbox {
  /** The address of the server, such as `http://127.0.0.1:4020`. */
  readonly origin: string;
  /** Stops listening, and returns when all requests and deliveries under way have ended. */
  close(): Promise<void>;
}

/** The documented rate limit of the sandbox: requests a second, and how many at once. */
const plan = { limit: 25, burst: 50 };

/** As `pnpm mock` has them: a client that sends nothing keeps no connection. In milliseconds. */
const limits = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 };

/**
 * Serves the sandbox over HTTP, and sends webhook deliveries when they fall due.
 *
 * @throws {Error} if the store cannot be opened, or the port not be listened on.
 */
export async function serveSandbox(
  { host, port, publicUrl, seed = "vinr", storage, forwardTo, hasRateLimit }: Omit<CommandOptions, "help">,
  onError: (error: unknown) => void,
): Promise<RunningSandbox> {
  const assets = await readAssets();
  const opened = tellOutages(await openStore(storage), onError);
  const server = createServer(limits);
  // Kept: a server that is closing has no address any more, and still ends the requests under way.
  let boundPort = port;
  const world = createWorld(seed, () => publicUrl ?? originOf(isEveryAddress(host) ? "127.0.0.1" : host, boundPort));
  const deliveries = new Deliveries(opened, world, sendTo(forwardTo));
  const loop = new DeliveryLoop(opened, world, deliveries, onError);
  const store = reportOutages(loop.watch());
  const rateLimiter = hasRateLimit ? createTokenBucket(plan) : undefined;
  const apis: Apis = {
    api: createApi(store, world, { rateLimiter }),
    control: createControlApi(store, world, deliveries),
    checkout: createCheckout({ store, world, publicUrl, onError }),
    assets,
  };
  server.on("request", getRequestListener(guard(apis, { host, publicUrl })));
  try {
    boundPort = await listen(server, port, host);
  } catch (error) {
    await opened.close();
    throw error;
  }
  loop.start();
  return {
    origin: originOf(host, boundPort),
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await loop.stop();
      await opened.close();
    },
  };
}

/** A world with hosted pages, at an origin that is known once the server listens. */
function createWorld(seed: string, findOrigin: () => string): World {
  return {
    now: Date.now,
    seed,
    checkoutUrlOf: (payment, publicId) => `${findOrigin()}/checkout/${publicId}/${payment}`,
    publicIdOf: (account) => publicIdOf(account, seed),
  };
}

function originOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Names an account where customers see it, since its own name is its key: it cannot be led back to the name. */
function publicIdOf(account: string, seed: string): string {
  return `acct_${createHmac("sha256", seed).update(account).digest("hex").slice(0, 32)}`;
}

/** Sends to the address of the endpoint, or to another server with the path of the endpoint. */
function sendTo(forwardTo: string | undefined): SendRequest {
  if (forwardTo === undefined) return fetch;
  return (url, init) => {
    const { pathname, search } = new URL(url);
    return fetch(`${forwardTo}${pathname}${search}`, init);
  };
}

/** Everything that is served: the merchant's API below `/v1`, the control API below `/sandbox`, and pages. */
interface Apis {
  readonly api: Handler;
  readonly control: Handler;
  readonly checkout: Handler;
  readonly assets: Assets;
}

/** Serves only requests to this server's own names, and tells others where the APIs are. */
function guard({ api, control, checkout, assets }: Apis, names: ServerNames): Handler {
  return async (request) => {
    const reason = findForeignName(request.headers, names);
    if (reason !== undefined) return reject("permission_denied", reason);
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/v1/")) return api(request);
    if (pathname.startsWith("/sandbox/")) return control(request);
    if (pathname.startsWith("/checkout/")) return checkout(request);
    const asset = serveAsset(assets, pathname);
    if (asset !== undefined) return asset;
    const message = `There is no ${pathname.slice(0, 200)}: the API is at /v1, such as /v1/payments, and what controls the sandbox at /sandbox.`;
    return reject("route_not_found", message);
  };
}

function reject(code: "permission_denied" | "route_not_found", message: string): Response {
  const requestId = `req_${randomUUID().replaceAll("-", "")}`;
  const { status, body } = errorResponse(code, requestId, { message });
  return Response.json(body, { status, headers: { "cache-control": "no-store", "x-request-id": requestId } });
}

/**
 * Returns the port, which the system chooses for port 0.
 *
 * @throws {Error} that says what to do about a port that cannot be had.
 */
function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE") {
    return new Error(
      `Port ${port} is in use. Stop the program that listens there, or choose another port with --port PORT.`,
    );
  }
  if (error.code === "EACCES") return new Error(`Port ${port} is not allowed here. Choose one above 1023 with --port.`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new Error(`${host} is not an address of this machine. Choose another with --host HOST.`);
  }
  return error;
}
