/** `pnpm bench client [ROUNDS]`: CPU, sizes, imports and types, as ratios of one run, printed and kept in RESULTS.md. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { runNode, table, write } from "../shared/report.js";
import { measureImports } from "./imports.js";
import { measureSizes } from "./sizes.js";
import { measureTypes } from "./types.js";

const rounds = Number(process.argv[2] ?? 5);
const here = (name) => new URL(name, import.meta.url);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const spread = (values) =>
  `±${(((Math.max(...values) - Math.min(...values)) / 2 / median(values)) * 100).toFixed(0)} %`;

/** Rounds of all contenders, one after another, each in a process of its own. */
async function interleave(names, measure) {
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++)
    for (const name of names) {
      process.stderr.write(`round ${round} of ${rounds}: ${name}\n`);
      samples[name].push(await measure(name));
    }
  return samples;
}

/** Ratios of each round to its own base, so that a busy minute of the machine weighs on both sides. */
function ratios(samples, base, figure) {
  return Object.fromEntries(
    Object.entries(samples).map(([name, values]) => [
      name,
      values.map((value, round) => figure(value) / figure(samples[base][round])),
    ]),
  );
}

const server = spawn(process.execPath, [fileURLToPath(here("./server.js"))], { stdio: ["ignore", "pipe", "inherit"] });
const port = await new Promise((resolve) => server.stdout.once("data", (data) => resolve(String(data).trim())));
const names = ["fetch", "vinr", "vinr-node", "vinr-http", "openapi-fetch", "openai", "stripe", "undici-pool"];
const calls = await interleave(names, async (name) =>
  JSON.parse(await runNode(here("./worker.js"), name, `http://127.0.0.1:${port}`)),
).finally(() => server.kill());
const sequential = ratios(calls, "fetch", (sample) => sample.sequential);
const concurrent = ratios(calls, "fetch", (sample) => sample.concurrent);

const verifications = await interleave(["vinr", "stripe", "standardwebhooks"], async (name) =>
  Number(await runNode(here("./webhooks.js"), name)),
);

const imports = measureImports();
const importRatios = ratios(imports, "node", (sample) => sample);
const sizes = await measureSizes();
const types = measureTypes();

const two = (values) => median(values).toFixed(2);
const kilobytes = (bytes) => (bytes / 1000).toFixed(2);
await write(
  "client",
  [
    `Medians of ${rounds} interleaved rounds, one process a contender and round. CPU time, user and system, of the calling process; each round against its own base. A run is as good as its machine is quiet: ± is half the distance of the rounds' extremes.`,
    "CPU a call (`POST /payments` on loopback), bare `fetch` = 1.00:",
    table(
      ["", "sequential", "", "50 at once", ""],
      names.map((name) => [
        name,
        two(sequential[name]),
        spread(sequential[name]),
        two(concurrent[name]),
        spread(concurrent[name]),
      ]),
    ),
    "Webhook verification, as a share of the speed of raw HMAC and `JSON.parse` in the same process:",
    table(
      ["", "share", ""],
      Object.entries(verifications).map(([name, values]) => [name, two(values), spread(values)]),
    ),
    "CPU of a start with an import, against the bare start of the same turn; 30 turns:",
    table(
      ["", "ratio"],
      Object.entries(importRatios).map(([name, values]) => [name, `${two(values)}×`]),
    ),
    "kB, minified by esbuild and gzipped. `vinr.http` loads openapi-fetch when it is first used:",
    table(
      ["", "loaded first", "all chunks"],
      sizes.map(({ name, first, all }) => [name, kilobytes(first), kilobytes(all)]),
    ),
    `Type-checking a small file (\`types.ts\`): ${types.vinr} instantiations with @vinr/client, ${types.base} with nothing, ${types.openapiFetch} with openapi-fetch on the same paths.`,
  ].join("\n\n"),
);
