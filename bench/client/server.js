/** A loopback server in its own process, so that its CPU time is not counted: `node server.js`, the port on standard output. */
import { createServer } from "node:http";
import { payment } from "../shared/payment.js";

const text = JSON.stringify(payment);
const headers = {
  "content-type": "application/json",
  "content-length": Buffer.byteLength(text),
  "x-request-id": "req_8KdPz2",
  "x-ratelimit-limit": "25",
  "x-ratelimit-remaining": "24",
  "x-ratelimit-reset": "1776249001",
};
const server = createServer((request, response) => {
  request.resume().once("end", () => response.writeHead(201, headers).end(text));
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
