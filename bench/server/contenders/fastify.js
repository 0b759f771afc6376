/** Fastify with a schema for request and response. It has no keys, request ids, rate limits or idempotency. */
import Fastify from "fastify";
import { payment } from "../../shared/payment.js";
import { readSchema } from "../read-schema.js";

export async function listen() {
  const app = Fastify({ ajv: { customOptions: { strict: false, removeAdditional: false } } });
  const [Payment, PaymentCreateParams] = [readSchema("Payment"), readSchema("PaymentCreateParams")];
  app.get("/v1/payments/:id", { schema: { response: { 200: Payment } } }, async () => payment);
  const schema = { body: PaymentCreateParams, response: { 201: Payment } };
  app.post("/v1/payments", { schema }, async ({ body: { amount, currency, metadata } }, reply) => {
    return reply.code(201).send({ ...payment, amount, currency, metadata });
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  return app.server.address().port;
}
