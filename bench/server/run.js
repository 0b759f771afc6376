/** `pnpm bench server [ROUNDS]`: CPU a request, first response and size, as ratios of one run, printed and kept in RESULTS.md. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { Pool } from "undici";
import { key, newPayment } from "../shared/payment.js";
import { runNode, table, write } from "../shared/report.js";

const rounds = Number(process.argv[2] ?? 5);
const names = [
  "node",
  "adapter",
  "adapter-headers",
  "vinr",
  "vinr-unchecked",
  "hono",
  "fastify",
  "openapi-backend",
  "express-openapi-validator",
];
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const spread = (values) =>
  `±${(((Math.max(...values) - Math.min(...values)) / 2 / median(values)) * 100).toFixed(0)} %`;
const headers = { authorization: `Bearer ${key}` };
const body = JSON.stringify(newPayment);
let created = 0;

const requests = {
  GET: () => ({ method: "GET", path: "/v1/payments/pay_1234567890", headers }),
  POST: () => ({
    method: "POST",
    path: "/v1/payments",
    headers: { ...headers, "content-type": "application/json", "idempotency-key": `order-${++created}` },
    body,
  }),
};

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

/** Microseconds of the server's CPU a request: the median of seven batches. */
async function measure(name) {
  const server = fork(fileURLToPath(new URL("worker.js", import.meta.url)), [name]);
  const [{ port }] = await once(server, "message");
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 16 });
  const cpu = async () => {
    server.send("cpu");
    const [{ user, system }] = await once(server, "message");
    return user + system;
  };
  const figures = {};
  for (const [method, make] of Object.entries(requests)) {
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

const samples = Object.fromEntries(names.map((name) => [name, []]));
for (let round = 1; round <= rounds; round++)
  for (const name of names) {
    process.stderr.write(`round ${round} of ${rounds}: ${name}\n`);
    samples[name].push(await measure(name));
  }
const ratios = (name, method) => samples[name].map((figures, round) => figures[method] / samples.node[round][method]);

const starts = Object.fromEntries(names.map((name) => [name, []]));
for (let turn = 0; turn < 15; turn++)
  for (const name of names) starts[name].push(Number(await runNode(new URL("first.js", import.meta.url), name)));
const later = (name) => starts[name].map((value, turn) => value - starts.node[turn]);

const { outputFiles } = await build({
  stdin: { contents: 'export * from "@vinr/server";', resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  conditions: ["worker"],
  write: false,
});
const size = gzipSync(outputFiles[0].contents, { level: 9 }).length;

await write(
  "server",
  [
    `Medians of ${rounds} interleaved rounds, one process a contender and round; 16 connections on loopback. CPU time, user and system, of the serving process, each round against plain \`node:http\` doing the same JSON. A run is as good as its machine is quiet: ± is half the distance of the rounds' extremes.`,
    table(
      ["", "GET", "", "POST", "", "first response, ms later"],
      names.map((name) => [
        name,
        median(ratios(name, "GET")).toFixed(2),
        spread(ratios(name, "GET")),
        median(ratios(name, "POST")).toFixed(2),
        spread(ratios(name, "POST")),
        median(later(name)).toFixed(1),
      ]),
    ),
    `\`vinr\` finds the key's account, counts the rate, validates request and response, and remembers each POST by its idempotency key. Of the others, only openapi-backend and express-openapi-validator read the specification, and none has idempotency.`,
    `Absolute, plain \`node:http\`: ${median(samples.node.map(({ GET }) => GET)).toFixed(1)} µs a GET, ${median(samples.node.map(({ POST }) => POST)).toFixed(1)} µs a POST; first response after ${median(starts.node).toFixed(0)} ms.`,
    `For a worker, all of \`@vinr/server\` with all validators, minified and compressed: ${(size / 1000).toFixed(2)} kB.`,
  ].join("\n\n"),
);
process.exit(0);
