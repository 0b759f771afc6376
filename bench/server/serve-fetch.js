import { serve } from "@hono/node-server";

/** Serves a function of the Fetch standard on a free port of loopback. */
export function serveFetch(fetch) {
  return new Promise((resolve) => serve({ fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => resolve(port)));
}
