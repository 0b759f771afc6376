import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Handler } from "@vinr/server";

/** Serves a handler with Node alone. Time-outs are the server's, in milliseconds: a handler has none. */
export function createNodeServer(handler: Handler): Server {
  return createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, getRequestListener(handler));
}
