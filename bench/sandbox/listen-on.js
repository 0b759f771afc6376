import { createSandbox } from "@vinr/sandbox";
import { serveFetch } from "../server/serve-fetch.js";
import { key, newPayment } from "../shared/payment.js";

/** Serves a sandbox on a store, with one payment to retrieve. */
export async function listenOn(store) {
  const sandbox = createSandbox(store === undefined ? {} : { store });
  // With the request alone: @hono/node-server also hands over its own objects, which fetch would take for options.
  const port = await serveFetch((request) => sandbox.fetch(request));
  const response = await fetch(`http://127.0.0.1:${port}/v1/payments`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(newPayment),
  });
  const { id } = await response.json();
  return { port, payment: id };
}
