import type { ValidRequest } from "@vinr/validators";
import { validateRequest } from "@vinr/validators/requests";
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from "fastify";

/** Passes on what the API takes, and answers the rest as the API does. */
export function createFastifyApp(handle: (request: ValidRequest) => unknown): FastifyInstance {
  const answer = async ({ method, url, headers, body }: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const result = await validateRequest({ method, url, headers, body });
    if (result.ok) reply.send(await handle(result));
    else
      reply
        .code(result.status)
        .headers({ ...result.headers })
        .send(result.body);
  };
  // An address that Fastify cannot read, such as one that ends in half an escape, is answered in the same way.
  const app = fastify({ bodyLimit: 64 * 1024, frameworkErrors: (_, request, reply) => void answer(request, reply) });
  // The body as it came: it is checked, and read as JSON, in one place.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, async (_: unknown, body: Buffer) => body);
  app.all("*", async (request, reply) => {
    await answer(request, reply);
    return reply;
  });
  return app;
}
