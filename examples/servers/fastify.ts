import type { ValidRequest } from "@vinr/validators";
import { validateRequest } from "@vinr/validators/requests";
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from "fastify";

/** Accepts the requests that the API accepts, and rejects the others with the responses of the API. */
export function createFastifyApp(handle: (request: ValidRequest) => unknown): FastifyInstance {
  const respond = async ({ method, url, headers, body }: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const result = await validateRequest({ method, url, headers, body });
    if (result.ok) reply.send(await handle(result));
    else
      reply
        .code(result.status)
        .headers({ ...result.headers })
        .send(result.body);
  };
  // A URL that Fastify cannot parse, such as one that ends in half an escape, gets the same response.
  const app = fastify({ bodyLimit: 64 * 1024, frameworkErrors: (_, request, reply) => void respond(request, reply) });
  // The body as it came: it is checked, and read as JSON, in one place.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, async (_: unknown, body: Buffer) => body);
  app.all("*", async (request, reply) => {
    await respond(request, reply);
    return reply;
  });
  return app;
}
