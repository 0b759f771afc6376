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
   * Stops listening, and returns when all requests and deliveries under way have ended. A server that others can reach first says
   * for the notice, by default a second, that it is not ready.
   *
   * @param notice in milliseconds.
   */
  close(notice?: number): Promise<void>;
}

/** Those who are told what happens. */
export interface Listeners {
  /** Is told why it takes long to start. */
  readonly onWait?: (message: string) => void;
  /** Is told of each request. */
  readonly onRequest?: ((line: RequestLine) => void) | undefined;
  /** Makes spans. */
  readonly telemetry?: Telemetry | undefined;
}

/** So long a server that stops still listens, for a load balancer to notice; in milliseconds. */
const defaultNotice = 1_000;

/** Longer than any attempt of a delivery takes, in milliseconds. With the default notice, less than ten seconds. */
const grace = 7_000;

/**
 * As `pnpm mock` has them: a client that sends nothing keeps no connection. In milliseconds, and bytes. Node looks for late clients
 * every 30 s by itself, three times as long as one may take for its headers.
 */
const clientLimits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
  // Without a host it is rejected all the same, but for its health. Node would do so by itself, and nobody would be told.
  requireHostHeader: false,
  IncomingMessage: MergedBody,
};

/** The account that a server on this machine shows to whoever opens it. */
const defaultAccount = "sandbox";

/** A connection on which nothing moves for longer ends, where others can reach the server. Live pages move every 20 s. */
const idleTimeout = 75_000;

/** There, a minute is long enough to take a response, of which the largest has some 32 MiB. */
const hostedSending: SendingLimits = { longest: 60_000, unsent: 16 };

/**
 * Serves the sandbox over HTTP, and sends webhook deliveries when they fall due.
 *
 * @throws {Error} if the store cannot be opened, or the port not be listened on.
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
  // Kept: a server that is closing has no address any more, and still ends the requests under way.
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
    // For others there is nobody to start it again: whatever is missing then, the pages are there.
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
      // What is being sent ends; what is due after it stays due, for the next time.
      deliveries.stop();
      const looped = loop.stop();
      await closeServer(server);
      await looped;
      await opened.close();
    },
  };
}

/** Serves what `sending` admits, also where there is no request for the handler. */
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

/** Tells of each request. */
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

/** Returns when the requests under way have ended. */
async function closeServer(server: Server): Promise<void> {
  const ended = new Promise((resolve) => server.close(resolve));
  // A client that reads nothing, or a body that a fault stalls, does not keep the process.
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
