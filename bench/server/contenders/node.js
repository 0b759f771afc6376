/** Plain node:http doing the same JSON: the base of all ratios. It checks nothing. */
import { createServer } from "node:http";
import { payment } from "../../shared/payment.js";

function send(response, status, value) {
  const text = JSON.stringify(value);
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  response.end(text);
}

export function listen() {
  const server = createServer((request, response) => {
    if (request.method === "GET") return send(response, 200, payment);
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const { amount, currency, metadata } = JSON.parse(Buffer.concat(chunks).toString());
      send(response, 201, { ...payment, amount, currency, metadata });
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server.address().port)));
}
