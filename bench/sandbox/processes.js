/** The throughput of four processes on one PostgreSQL against that of one, and how many payments they made: `node processes.js URL`. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { median } from "../shared/measure-server.js";

const [url] = process.argv.slice(2);
const requests = 6000;
/** Of each process, which is slow before its code was compiled: four would share the warm-up of one. */
const warmUp = 1000;
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
  const first = count * warmUp;
  await run(0, first);
  const [before, usedBefore] = [performance.now(), usage()];
  await run(first, first + requests);
  const rate = (requests * 1000) / (performance.now() - before);
  const used = usage();
  for (const worker of workers) worker.kill();
  return { rate, busy: (used.busy - usedBefore.busy) / (used.all - usedBefore.all) };
}

/** Milliseconds of all cores so far: those in which they worked, and all. The database's are among them. */
function usage() {
  const times = cpus().map((core) => core.times);
  const all = times.flatMap((core) => Object.values(core)).reduce((sum, time) => sum + time, 0);
  return { all, busy: all - times.reduce((sum, { idle }) => sum + idle, 0) };
}

const rounds = [];
for (let round = 0; round < 3; round++) {
  rounds.push({ one: await measure(1, `one-${round}`), four: await measure(4, `four-${round}`) });
}
const client = new pg.Client({ connectionString: url });
await client.connect();
const { rows } = await client.query(
  "select count(*)::int as count from sandbox_objects where kind = 'payment' and account like '%shop%'",
);
await client.end();
const ratio = median(rounds.map(({ one, four }) => four.rate / one.rate));
const busy = median(rounds.map(({ one }) => one.busy));
console.log(JSON.stringify({ ratio, busy, made: rows[0].count, expected: 3 * (2 * requests + 5 * warmUp) }));
