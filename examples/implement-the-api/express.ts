import { getRequestListener } from "@hono/node-server";
import type { Handler } from "@vinr/server";
import express, { type Express } from "express";

/** Serves a handler beside other routes of an Express app. */
export function createExpressApp(handler: Handler): Express {
  const app = express().disable("x-powered-by");
  const listener = getRequestListener(handler);
  // Before everything that reads bodies. A pattern, because app.use("/v1") would cut the path.
  app.all(/^\/v1\//, (request, response) => listener(request, response));
  app.use(express.json());
  app.post("/echo", (request, response) => void response.json(request.body)); // yours
  return app;
}
