import type { ValidRequest } from "@vinr/validators";
import { validateRequest } from "@vinr/validators/requests";
import express, { type Express } from "express";

/** Accepts the requests that the API accepts, and rejects the others with the responses of the API. */
export function createExpressApp(handle: (request: ValidRequest) => unknown): Express {
  const app = express().disable("x-powered-by");
  // The body as it came: it is checked, and read as JSON, in one place.
  app.use(express.raw({ type: () => true, limit: 64 * 1024 }));
  app.use(async ({ method, originalUrl: url, headers, body }, response) => {
    const result = await validateRequest({ method, url, headers, body });
    if (result.ok) response.json(await handle(result));
    else response.status(result.status).set(result.headers).json(result.body);
  });
  return app;
}
