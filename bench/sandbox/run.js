/** `pnpm bench sandbox [ROUNDS]`: CPU a request, start, growth, a year, processes and snapshots, printed and kept in RESULTS.md. */
import { measureAll, median, spread } from "../shared/measure-server.js";
import { runNode, table, write } from "../shared/report.js";

const rounds = Number(process.argv[2] ?? 5);
const postgres = process.env.BENCH_POSTGRES;
const at = (name) => new URL(name, import.meta.url);
const run = async (name, ...args) => JSON.parse(await runNode(at(name), ...args));
const repeat = async (times, work) => {
  const results = [];
  for (let turn = 0; turn < times; turn++) results.push(await work());
  return results;
};
const medianOf = (results, name) => median(results.map((result) => result[name]));

const names = ["node", "memory", "sqlite"];
const samples = await measureAll(at("worker.js"), names, rounds);
const ratios = (name, method) => samples[name].map((figures, round) => figures[method] / samples.node[round][method]);

const starts = await repeat(7, () => run("first.js"));
const years = await repeat(3, () => run("simulate-year.js"));
const [year] = years;
const snapshots = await run("snapshots.js");
const grown = [["SQLite", await run("grow.js", "sqlite")]];
if (postgres !== undefined) grown.push(["PostgreSQL", await run("grow.js", "postgres", postgres)]);
const processes = postgres === undefined ? undefined : await run("processes.js", postgres);

await write(
  "sandbox",
  [
    `Medians of ${rounds} interleaved rounds, one process a contender and round; 16 connections on loopback. CPU time of the serving process, each round against plain \`node:http\` doing the same JSON. A POST has an idempotency key and makes a payment, its event and what falls due.`,
    table(
      ["", "GET", "", "POST", ""],
      names.map((name) => [
        name,
        median(ratios(name, "GET")).toFixed(2),
        spread(ratios(name, "GET")),
        median(ratios(name, "POST")).toFixed(2),
        spread(ratios(name, "POST")),
      ]),
    ),
    `The command: first 200 after ${medianOf(starts, "first").toFixed(0)} ms; at rest ${(medianOf(starts, "memory") / 1e6).toFixed(0)} MB.`,
    `A year of ${year.payments} payments, ${year.settlements} settlements and ${year.deliveries} deliveries, a fifth of them retried, in memory: ${medianOf(years, "seconds").toFixed(1)} s.`,
    `A world of 10,000 payments in memory: ${Object.entries(snapshots)
      .map(([name, value]) => `${name} ${value.toFixed(0)} ms`)
      .join(", ")}.`,
    "An account with 1,000,000 payments against one with 1,000, medians in the process:",
    table(
      ["", "retrieve", "list", "create"],
      grown.map(([name, { retrieve, list, create }]) => [
        name,
        ...[retrieve, list, create].map((value) => value.toFixed(2)),
      ]),
    ),
    processes === undefined
      ? "PostgreSQL was not installed."
      : `Four processes on one PostgreSQL against one: ${processes.ratio.toFixed(2)} times the throughput; ${processes.made} payments of ${processes.expected}. Where one works, the machine's cores, which the database shares, are busy to ${(processes.busy * 100).toFixed(0)} % already.`,
  ].join("\n\n"),
);
process.exit(0);
