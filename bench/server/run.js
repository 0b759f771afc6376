/** `pnpm bench server [ROUNDS]`: CPU a request, first response and size, as ratios of one run, printed and kept in RESULTS.md. */
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { measureAll, median, spread } from "../shared/measure-server.js";
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
const samples = await measureAll(new URL("worker.js", import.meta.url), names, rounds);
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
