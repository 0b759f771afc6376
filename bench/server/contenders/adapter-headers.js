/** The adapter with the headers that the API documents, read and sent: the least that a server on the Fetch standard can do. */
import { key, payment } from "../../shared/payment.js";
import { serveFetch } from "../serve-fetch.js";

const authorization = `Bearer ${key}`;
let requests = 0;

export const listen = () =>
  serveFetch(async ({ method, headers }) => {
    if (headers.get("authorization") !== authorization) return new Response(null, { status: 401 });
    return new Response(JSON.stringify(payment), {
      status: method === "GET" ? 200 : 201,
      headers: {
        "content-type": "application/json",
        "cache-control": "no-store",
        "x-request-id": `req_${++requests}`,
        "x-ratelimit-limit": "25",
        "x-ratelimit-remaining": "24",
        "x-ratelimit-reset": "1776249001",
      },
    });
  });
