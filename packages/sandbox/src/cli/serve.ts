import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import type { Handler } from "@vinr/server";
import type { World } from "../account/world.js";
import { readAssets } from "../pages/assets.js";
import { findKeptAccount } from "../pages/window/access.js";
import { findRequestAccount } from "../pages/window/recording/request-log.js";
import { assemble, createWorld, type ErrorListener } from "./assemble.js";
import { withBrokenConnections } from "./broken-connections.js";
import { logRequests, type RequestLine } from "./hosting/access-log.js";
import { createCheckedSend } from "./hosting/checked-send.js";
import { Health } from "./hosting/health.js";
import { createSecretSeed, decideHosting, type Hosting } from "./hosting/hosting.js";
import { MergedBody } from "./hosting/merged-body.js";
import { Sending, type SendingLimits } from "./hosting/sending.js";
import type { Telemetry } from "./hosting/telemetry.js";
import { hostedLarge, WorkInFlight } from "./hosting/work-in-flight.js";
import { openStore } from "./open-store.js";
import type { CommandOptions } from "./options.js";
import { makeAddressReadable } from "./readable-address.js";
import { explainErrors, guard } from "./routes.js";
import { isEveryAddress } from "./served-names.js";
import { tellOutages } from "./tell-outages.js";

/** A sandbox that listens. */
export interface RunningSandbox {
  /** The address of the server, such as `http://127.0.0.1:4020`. */
  readonly origin: string;
  /** The secret that signs the events sent to `forwardTo`. */
  readonly forwardSecret: string | undefined;
  readonly hosting: Hosting;
  /**
   * Stops listening, and returns when all current requests and deliveries have ended. A server that others can reach
   * first reports that it is not ready, for the time of the notice: a second by default.
   *
   * @param notice in milliseconds.
   */
  close(notice?: number): Promise<void>;
}

/** Functions that are called with what happens. */
export interface Listeners {
  /** Called with the reason if the start takes long. */
  readonly onWait?: (message: string) => void;
  /** Called for each request. */
  readonly onRequest?: ((line: RequestLine) => void) | undefined;
  /** Makes spans. */
  readonly telemetry?: Telemetry | undefined;
}

/** How long a stopping server keeps listening, for a load balancer to notice, in milliseconds. */
const defaultNotice = 1_000;

/** Longer than any attempt of a delivery takes, in milliseconds. With the default notice, less than ten seconds. */
const grace = 7_000;

/**
 * The same as for `pnpm mock`: a client that sends nothing loses its connection. In milliseconds and bytes. Node looks
 * for late clients every 30 s by itself, three times as long as one may take for its headers.
 */
const clientLimits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
  // A request without a host is rejected all the same, except for a health check. Node would reject it without a log
  // line.
  requireHostHeader: false,
  IncomingMessage: MergedBody,
};

/** The account that a server on this machine shows to anyone who opens it. */
const defaultAccount = "sandbox";

/**
 * On a server that others can reach, a connection ends after this time without traffic, in milliseconds. Live pages
 * send something every 20 s.
 */
const idleTimeout = 75_000;

/** On such a server, a minute is long enough to receive a response: the largest has about 32 MiB. */
const hostedSending: SendingLimits = { longest: 60_000, unsent: 16 };

/**
 * Serves the sandbox over HTTP, and sends webhook deliveries when they fall due.
 *
 * @throws {Error} if the store cannot be opened, or the port cannot be listened on.
 */
export async function serveSandbox(
  options: Omit<CommandOptions, "help" | "json">,
  onError: ErrorListener,
  { onWait = () => undefined, onRequest, telemetry }: Listeners = {},
): Promise<RunningSandbox> {
  const { host, port, publicUrl, forwardTo, hasRateLimit, allowedNetworks } = options;
  const hosting = decideHosting(options);
  const seed = options.seed ?? (hosting.isHosted ? createSecretSeed() : "vinr");
  const assets = await readAssets();
  const opened = tellOutages(await openStore(options.storage, hosting.limits, onWait), onError);
  const server = createBoundedServer(hosting);
  // Read once: a closing server no longer has an address, but still finishes its current requests.
  let boundPort = port;
  const findOrigin = () => publicUrl ?? originOf(isEveryAddress(host) ? "127.0.0.1" : host, boundPort);
  const world = createWorld({ seed, forwardTo, hosting, findOrigin });
  const { pages, deliveries, loop, ...apis } = assemble(opened, world, {
    publicUrl,
    hasRateLimit,
    send: hosting.isHosted ? createCheckedSend({ allowedNetworks }) : fetch,
    deliveriesAtOnce: hosting.limits.deliveries,
    forwardTo,
    requestsAtOnce: hosting.limits.requests,
    telemetry,
    openAccount: hosting.hasOpenAccount ? defaultAccount : undefined,
    isShared: options.storage.kind !== "memory",
    onError,
  });
  const health = new Health(opened);
  const sending = new Sending(hosting.isHosted ? hostedSending : {});
  const served = {
    ...apis,
    pages,
    assets,
    health,
    work: createWork(hosting),
    sending,
    findKeptAccount: (headers: Headers) => findKeptAccount(headers, world),
  };
  const guarded = explainErrors(guard(served, { host, publicUrl }), onError);
  serveRequests(server, observe(guarded, world, { onRequest, telemetry }), sending);
  try {
    // Nobody restarts a server that others use, so the pages are loaded now, whatever is missing later.
    if (hosting.isHosted) await pages.load();
    boundPort = await listen(server, port, host);
  } catch (error) {
    await opened.close();
    throw error;
  }
  loop.start();
  return {
    origin: originOf(host, boundPort),
    forwardSecret: world.forward?.secret,
    hosting,
    async close(notice = defaultNotice) {
      health.stop();
      if (hosting.isHosted) await sleep(notice);
      await pages.close();
      // What is being sent is finished; what is due after it stays due until the next start.
      deliveries.stop();
      const looped = loop.stop();
      await closeServer(server);
      await looped;
      await opened.close();
    },
  };
}

/** Serves what `sending` admits, even if no request reaches the handler. */
function serveRequests(server: Server, handler: Handler, sending: Sending): void {
  const listener = getRequestListener(withBrokenConnections(handler, sending));
  server.on("request", (incoming, outgoing) => {
    makeAddressReadable(incoming);
    if (sending.admits(outgoing)) void listener(incoming, outgoing);
  });
  server.on("checkExpectation", (_, outgoing) => {
    if (sending.admits(outgoing)) outgoing.writeHead(417).end();
  });
}

/** Reports each request. */
function observe(handler: Handler, world: World, { onRequest, telemetry }: Listeners): Handler {
  const findAccount = (request: Request, response: Response): string | undefined => {
    const account = findRequestAccount(request, response);
    return account === undefined ? undefined : world.publicIdOf?.(account);
  };
  const traced = telemetry?.traceRequests(handler, findAccount) ?? handler;
  return onRequest ? logRequests(traced, { write: onRequest, findAccount, now: world.now }) : traced;
}

function createBoundedServer({ isHosted, limits: { connections } }: Hosting): Server {
  const server = createServer(clientLimits);
  if (isHosted) server.setTimeout(idleTimeout);
  if (connections !== undefined) server.maxConnections = connections;
  return server;
}

const unlimited = Number.POSITIVE_INFINITY;

function createWork({ isHosted, limits }: Hosting): WorkInFlight {
  const { requests = unlimited, requestsPerAccount = unlimited } = limits;
  const large = isHosted ? hostedLarge : { large: unlimited, largePerAccount: unlimited };
  return new WorkInFlight({ requests, requestsPerAccount, ...large });
}

/** Returns when the current requests have ended. */
async function closeServer(server: Server): Promise<void> {
  const ended = new Promise((resolve) => server.close(resolve));
  // A client that reads nothing, or a body that a fault stalls, must not keep the process alive.
  const timer = setTimeout(() => server.closeAllConnections(), grace);
  await ended;
  clearTimeout(timer);
}

function originOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/**
 * Returns the port, which the system chooses for port 0.
 *
 * @throws {Error} that says what to do if the port is not available.
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
