/** @hono/node-server alone, with a response that is always the same: all that the Fetch standard costs on Node. */
import { payment } from "../../shared/payment.js";
import { serveFetch } from "../serve-fetch.js";

const headers = { "content-type": "application/json" };

export const listen = () =>
  serveFetch(
    async ({ method }) => new Response(JSON.stringify(payment), { status: method === "GET" ? 200 : 201, headers }),
  );
