/** A loopback server in its own process, so that its CPU time is not counted: `node server.js`, the port on standard output. */
import { createServer } from "node:http";

const payment = JSON.stringify({
  id: "pay_1234567890",
  object: "payment",
  status: "pending",
  amount: 1000,
  currency: "EUR",
  returnUrl: "https://shop.example/return",
  checkoutUrl: "https://checkout.vinr.com/pay_1234567890",
  created_at: "2026-04-15T10:30:00Z",
  metadata: {},
});
const headers = {
  "content-type": "application/json",
  "content-length": Buffer.byteLength(payment),
  "x-request-id": "req_8KdPz2",
  "x-ratelimit-limit": "25",
  "x-ratelimit-remaining": "24",
  "x-ratelimit-reset": "1776249001",
};
const server = createServer((request, response) => {
  request.resume().once("end", () => response.writeHead(201, headers).end(payment));
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
