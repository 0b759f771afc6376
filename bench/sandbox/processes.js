/** The throughput of four processes on one PostgreSQL against that of one, and how many payments they made: `node processes.js URL`. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import pg from "pg";

const [url] = process.argv.slice(2);
const requests = 2000;
const script = fileURLToPath(new URL("create-worker.js", import.meta.url));

/** Payments a second of some processes that share the work. */
async function measure(count, name) {
  const workers = await Promise.all(
    Array.from({ length: count }, async () => {
      const worker = fork(script, [url, name]);
      await once(worker, "message");
      return worker;
    }),
  );
  const run = async (from, to) => {
    const share = (to - from) / count;
    await Promise.all(
      workers.map(async (worker, index) => {
        worker.send({ from: from + index * share, to: from + (index + 1) * share });
        await once(worker, "message");
      }),
    );
  };
  await run(0, 400);
  const before = performance.now();
  await run(400, 400 + requests);
  const rate = (requests * 1000) / (performance.now() - before);
  for (const worker of workers) worker.kill();
  return rate;
}

const rates = { one: [], four: [] };
for (let round = 0; round < 3; round++) {
  rates.one.push(await measure(1, `one-${round}`));
  rates.four.push(await measure(4, `four-${round}`));
}
const client = new pg.Client({ connectionString: url });
await client.connect();
const { rows } = await client.query(
  "select count(*)::int as count from sandbox_objects where kind = 'payment' and account like '%shop%'",
);
await client.end();
const ratios = rates.four.map((rate, round) => rate / rates.one[round]).sort((a, b) => a - b);
console.log(JSON.stringify({ ratio: ratios[1], rate: rates.one, made: rows[0].count, expected: 6 * (requests + 400) }));
