/** openapi-backend with ajv, over node:http: routing, security handler and validation by the specification. */
import { createServer } from "node:http";
import { OpenAPIBackend } from "openapi-backend";
import { payment } from "../../shared/payment.js";
import { readSpec } from "../read-schema.js";

export async function listen() {
  const api = new OpenAPIBackend({
    definition: readSpec(),
    // It checks definitions against OpenAPI 3.0 only.
    quick: true,
    apiRoot: "/v1",
    ajvOpts: { strict: false },
    handlers: {
      retrievePayment: () => [200, payment],
      createPayment: ({ request: { requestBody } }) => {
        const { amount, currency, metadata } = requestBody;
        return [201, { ...payment, amount, currency, metadata }];
      },
      validationFail: ({ validation }) => [400, validation.errors],
      notFound: () => [404, {}],
      unauthorizedHandler: () => [401, {}],
    },
    securityHandlers: {
      bearerAuth: ({ request }) => /^Bearer sk_test_/.test(request.headers.authorization ?? ""),
      apiKeyAuth: () => false,
    },
  });
  await api.init();
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", async () => {
      const body = chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString());
      const { method, url, headers } = request;
      const [path, query] = url.split("?");
      const [status, value] = await api.handleRequest({ method, path, query, headers, body });
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server.address().port)));
}
