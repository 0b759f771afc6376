import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Handler } from "@vinr/server";
import { type FastifyInstance, fastify } from "fastify";

/** Serves a handler beside the routes of a Fastify app. */
export function createFastifyApp(handler: Handler): FastifyInstance {
  const listener = getRequestListener(handler);
  const app = fastify({
    // In front of Fastify, which would read the body, and respond by itself to a URL that it cannot decode.
    serverFactory: (next) =>
      createServer((request, response) => {
        if (request.url?.startsWith("/v1/")) void listener(request, response);
        else next(request, response);
      }),
  });
  app.post("/echo", async ({ body }) => body); // yours
  return app;
}
