/** Measures servers, each in a process of its own: microseconds of its CPU time a request. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Pool } from "undici";
import { key, newPayment } from "./payment.js";

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Half the distance of the extremes, as a part of the median. */
export const spread = (values) =>
  `±${(((Math.max(...values) - Math.min(...values)) / 2 / median(values)) * 100).toFixed(0)} %`;

const headers = { authorization: `Bearer ${key}` };
const body = JSON.stringify(newPayment);
let created = 0;

/** Retrieves a payment, and creates one, each with a key of its own. */
export const requestsOf = (payment = "pay_1234567890") => ({
  GET: () => ({ method: "GET", path: `/v1/payments/${payment}`, headers }),
  POST: () => ({
    method: "POST",
    path: "/v1/payments",
    headers: { ...headers, "content-type": "application/json", "idempotency-key": `order-${++created}` },
    body,
  }),
});

/**
 * Keeps this process from sleeping. To wake a sleeping client costs more than a whole response, and would be charged to the
 * contender that it waits for, but not to a faster one.
 */
function keepAwake() {
  let isOn = true;
  const spin = () => isOn && setImmediate(spin);
  spin();
  return { stop: () => (isOn = false) };
}

/** Sends requests over 16 connections. */
async function send(pool, make, count) {
  let next = 0;
  const work = async () => {
    while (next++ < count) {
      const response = await pool.request(make());
      const text = await response.body.text();
      if (response.statusCode >= 300) throw new Error(`status ${response.statusCode}: ${text}`);
    }
  };
  const spinning = keepAwake();
  await Promise.all(Array.from({ length: 16 }, work));
  spinning.stop();
}

/** The median of seven batches of each request, in microseconds. `worker` is a script that takes the contender's name. */
export async function measure(worker, name) {
  const server = fork(fileURLToPath(worker), [name]);
  const [{ port, payment }] = await once(server, "message");
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 16 });
  const cpu = async () => {
    server.send("cpu");
    const [{ user, system }] = await once(server, "message");
    return user + system;
  };
  const figures = {};
  for (const [method, make] of Object.entries(requestsOf(payment))) {
    await send(pool, make, 3000);
    const batches = [];
    for (let batch = 0; batch < 7; batch++) {
      const before = await cpu();
      await send(pool, make, 1500);
      batches.push(((await cpu()) - before) / 1500);
    }
    figures[method] = median(batches);
  }
  await pool.close();
  server.kill();
  return figures;
}

/** Interleaved rounds of all contenders: the figures of each, by name. */
export async function measureAll(worker, names, rounds) {
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++)
    for (const name of names) {
      process.stderr.write(`round ${round} of ${rounds}: ${name}\n`);
      samples[name].push(await measure(worker, name));
    }
  return samples;
}
