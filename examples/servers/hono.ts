import type { ValidRequest } from "@vinr/validators";
import { validateRequest } from "@vinr/validators/requests";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

/** Accepts the requests that the API accepts, and rejects the others with the responses of the API. */
export function createHonoApp(handle: (request: ValidRequest) => unknown): Hono {
  const app = new Hono();
  app.use(bodyLimit({ maxSize: 64 * 1024 }));
  app.all("*", async (c) => {
    const result = await validateRequest(c.req.raw);
    if (!result.ok) return c.json(result.body, result.status, { ...result.headers });
    return Response.json(await handle(result));
  });
  return app;
}
