/** Express 5 with express-openapi-validator: validation by the specification. */
import express from "express";
import { middleware } from "express-openapi-validator";
import { payment } from "../../shared/payment.js";
import { readSpec } from "../read-schema.js";

export async function listen() {
  const app = express();
  app.use(express.json());
  app.use(
    middleware({
      apiSpec: readSpec(),
      validateRequests: true,
      validateResponses: true,
      validateSecurity: { handlers: { bearerAuth: () => true, apiKeyAuth: () => true } },
    }),
  );
  app.get("/v1/payments/:id", (_request, response) => response.json(payment));
  app.post("/v1/payments", ({ body: { amount, currency, metadata } }, response) => {
    response.status(201).json({ ...payment, amount, currency, metadata });
  });
  app.use((error, _request, response, _next) => response.status(error.status ?? 500).json({ message: error.message }));
  return new Promise((resolve) => {
    const server = app.listen(0, "127.0.0.1", () => resolve(server.address().port));
  });
}
