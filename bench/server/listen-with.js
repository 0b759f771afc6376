import { createPartialHandler, createTokenBucket } from "@vinr/server";
import { payment } from "../shared/payment.js";
import { serveFetch } from "./serve-fetch.js";

/** Serves `@vinr/server` with a way to check responses. */
export function listenWith(checkResponses) {
  const handler = createPartialHandler(
    {
      retrievePayment: () => ({ status: 200, body: payment }),
      createPayment: ({ body: { amount, currency, metadata = {} } }) => ({
        status: 201,
        body: { ...payment, amount, currency, metadata },
      }),
    },
    { checkResponses, rateLimiter: createTokenBucket({ limit: 1e6, burst: 1e6 }) },
  );
  return serveFetch(handler);
}
