import { createHmac, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createTokenBucket, errorResponse, type Handler } from "@vinr/server";
import type { World } from "../account.js";
import { createApi } from "../api.js";
import { createControlApi } from "../control/control-api.js";
import { Deliveries } from "../deliveries.js";
import { createForward } from "../domain/forward.js";
import { Faults } from "../faults/faults.js";
import { FaultyApi, waitByTimer } from "../faults/faulty-api.js";
import { type Assets, readAssets, serveAsset } from "../pages/assets.js";
import { createCheckout } from "../pages/checkout/checkout.js";
import { defaultAccount } from "../pages/window/access.js";
import { Recording } from "../pages/window/recording/recording.js";
import { createWindow } from "../pages/window/window.js";
import { reportOutages } from "../store/report-outages.js";
import type { Store } from "../store/store.js";
import { withBrokenConnections } from "./broken-connections.js";
import { DeliveryLoop } from "./delivery-loop.js";
import { openStore } from "./open-store.js";
import type { CommandOptions } from "./options.js";
import { findForeignName, isEveryAddress, isPrivate, type ServerNames } from "./served-names.js";
import { tellOutages } from "./tell-outages.js";

/** A sandbox that listens. */
export interface RunningSandbox {
  /** The address of the server, such as `http://127.0.0.1:4020`. */
  readonly origin: string;
  /** The secret that signs the events sent to `forwardTo`. */
  readonly forwardSecret: string | undefined;
  /** Stops listening, and returns when all requests and deliveries under way have ended. */
  close(): Promise<void>;
}

/** The documented rate limit of the sandbox: requests a second, and how many at once. */
const plan = { limit: 25, burst: 50 };

/** Longer than any attempt of a delivery takes, in milliseconds. */
const grace = 8_000;

/** As `pnpm mock` has them: a client that sends nothing keeps no connection. In milliseconds. */
const limits = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 };

/**
 * Serves the sandbox over HTTP, and sends webhook deliveries when they fall due. `onWait` is told why it takes long to start.
 *
 * @throws {Error} if the store cannot be opened, or the port not be listened on.
 */
export async function serveSandbox(
  { host, port, publicUrl, seed = "vinr", storage, forwardTo, hasRateLimit }: Omit<CommandOptions, "help" | "json">,
  onError: (error: unknown) => void,
  onWait: (message: string) => void = () => undefined,
): Promise<RunningSandbox> {
  const assets = await readAssets();
  const opened = tellOutages(await openStore(storage, onWait), onError);
  const server = createServer(limits);
  // Kept: a server that is closing has no address any more, and still ends the requests under way.
  let boundPort = port;
  const findOrigin = () => publicUrl ?? originOf(isEveryAddress(host) ? "127.0.0.1" : host, boundPort);
  const forward = forwardTo === undefined ? undefined : createForward(forwardTo, seed);
  const world: World = { ...createWorld(seed, findOrigin), ...(forward && { forward }) };
  const { api, control, checkout, window, deliveries, loop } = assemble(opened, world, {
    host,
    publicUrl,
    hasRateLimit,
    onError,
  });
  const served: Served = { api, control, checkout, window: window.handle, assets };
  server.on("request", getRequestListener(withBrokenConnections(guard(served, { host, publicUrl }))));
  try {
    boundPort = await listen(server, port, host);
  } catch (error) {
    await opened.close();
    throw error;
  }
  loop.start();
  return {
    origin: originOf(host, boundPort),
    forwardSecret: forward?.secret,
    async close() {
      window.close();
      // What is being sent ends; what is due after it stays due, for the next time.
      deliveries.stop();
      const looped = loop.stop();
      const ended = new Promise((resolve) => server.close(resolve));
      // A client that reads nothing, or a body that a fault stalls, does not keep the process.
      const timer = setTimeout(() => server.closeAllConnections(), grace);
      await ended;
      clearTimeout(timer);
      await looped;
      await opened.close();
    },
  };
}

interface Assembly extends Pick<CommandOptions, "hasRateLimit" | "host" | "publicUrl"> {
  readonly onError: (error: unknown) => void;
}

/** The parts of the server over a store. */
function assemble(opened: Store, world: World, { host, publicUrl, hasRateLimit, onError }: Assembly) {
  // Who reaches a server on this machine alone needs no key to look at the account of the first example.
  const openAccount = isPrivate({ host, publicUrl }) ? defaultAccount : undefined;
  const recording = new Recording({ now: world.now, openAccount });
  const watched = recording.watch(opened);
  const faults = new Faults(world.seed);
  const deliveries = new Deliveries(watched, world, recording.recordAttempts(fetch), faults);
  const loop = new DeliveryLoop(watched, world, deliveries, onError);
  const store = reportOutages(loop.watch());
  const rateLimiter = hasRateLimit ? createTokenBucket(plan) : undefined;
  const api = recording.recordRequests(
    createApi(store, world, { rateLimiter, faults: new FaultyApi(faults, waitByTimer) }),
  );
  const control = recording.recordRequests(createControlApi(store, world, deliveries, faults));
  const seen = { store: reportOutages(opened), world, apis: { api, control }, recording };
  return {
    api,
    control,
    checkout: createCheckout({ store, world, publicUrl, onError }),
    window: createWindow({ ...seen, openAccount, publicUrl, onError }),
    deliveries,
    loop,
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

/** Everything that is served: the merchant's API below `/v1`, the control API below `/sandbox`, and pages. */
interface Served {
  readonly api: Handler;
  readonly control: Handler;
  readonly checkout: Handler;
  readonly window: Handler;
  readonly assets: Assets;
}

/** Serves only requests to this server's own names, and tells others where the APIs are. */
function guard({ api, control, checkout, window, assets }: Served, names: ServerNames): Handler {
  return async (request) => {
    const reason = findForeignName(request.headers, names);
    if (reason !== undefined) return reject("permission_denied", reason);
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/v1/")) return api(request);
    if (pathname.startsWith("/sandbox/")) return control(request);
    if (pathname.startsWith("/checkout/")) return checkout(request);
    if (pathname === "/" || pathname.startsWith("/window/")) return window(request);
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
