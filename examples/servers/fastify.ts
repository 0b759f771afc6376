import type { ValidRequest } from "@vinr/validators";
import { validateRequest } from "@vinr/validators/requests";
import { type FastifyInstance, fastify } from "fastify";

/** Passes on what the API takes, and answers the rest as the API does. */
export function createFastifyApp(handle: (request: ValidRequest) => unknown): FastifyInstance {
  const app = fastify({ bodyLimit: 64 * 1024 });
  // The body as it came: it is checked, and read as JSON, in one place.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, async (_: unknown, body: Buffer) => body);
  app.all("*", async ({ method, url, headers, body }, reply) => {
    const result = await validateRequest({ method, url, headers, body });
    if (result.ok) return handle(result);
    return reply
      .code(result.status)
      .headers({ ...result.headers })
      .send(result.body);
  });
  return app;
}
