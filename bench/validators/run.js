/** `pnpm bench validators`: the contenders on the same work, as ratios of one run, printed and kept in RESULTS.md. */
import { mkdir, writeFile } from "node:fs/promises";
import { runNode, table, write } from "../shared/report.js";
import { sizeOf } from "./sizes.js";
import { failing, valid } from "./values.js";

const contenders = ["hand", "vinr", "schemasafe", "ajv", "valibot", "zod"];
const rounds = Number(process.argv[2] ?? 5);
const worker = new URL("./worker.js", import.meta.url);

for (const name of contenders) {
  const wrong = JSON.parse(await runNode(worker, name, "check"));
  if (wrong.length > 0)
    throw new Error(
      `${name} disagrees with the corpus: ${wrong.join(", ")}. Speed counts only once all do the same work.`,
    );
}

const samples = Object.fromEntries(contenders.map((name) => [name, []]));
for (let round = 1; round <= rounds; round++)
  for (const name of contenders) {
    process.stderr.write(`round ${round} of ${rounds}: ${name}\n`);
    samples[name].push(JSON.parse(await runNode(worker, name, "measure")));
  }

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const figure = (name, workload) => median(samples[name].map((sample) => sample[workload]));
const workloads = ["create", "list", "event", "query"];
const rows = contenders.map((name) => {
  const ratios = workloads.map((workload) => figure(name, workload) / figure("hand", workload));
  const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
  const faults = failing.map((_, index) => figure(name, `failing${index + 1}`));
  const explains = faults.every((time) => time > 0);
  return [
    name,
    ...ratios.map((ratio) => ratio.toFixed(2)),
    mean.toFixed(2),
    explains ? faults.map((time) => (time / 1000).toFixed(2)).join(" ") : "–",
    explains ? `${(Math.max(...faults) / figure(name, "create")).toFixed(1)}×` : "–",
  ];
});

const sizes = {};
for (const entry of ["vinr-one", "vinr-all", "valibot-one", "valibot-all"]) sizes[entry] = await sizeOf(entry);

await mkdir(new URL("../.cache/", import.meta.url), { recursive: true });
await writeFile(new URL("../.cache/create.json", import.meta.url), JSON.stringify(valid.create));
const first = { empty: [], "first-vinr": [], "first-valibot": [] };
for (let round = 0; round < 4 * rounds; round++)
  for (const [entry, times] of Object.entries(first))
    times.push(Number(await runNode(new URL("./first.js", import.meta.url), entry)));
const above = (entry) => `+${(median(first[entry]) - median(first.empty)).toFixed(2)} ms`;

const blind = "--disallow-code-generation-from-strings";
const judged = await runNode(worker, "vinr", "check", blind).then((text) => JSON.parse(text).length === 0);

const other = [
  ["one request schema, all errors, Standard Schema: min+gzip", `${sizes["vinr-one"]} B`, `${sizes["valibot-one"]} B`],
  ["all request bodies, a list, the event union: min+gzip", `${sizes["vinr-all"]} B`, `${sizes["valibot-all"]} B`],
  ["import to first validation, above an empty module", above("first-vinr"), above("first-valibot")],
  [`judges the corpus under node ${blind}`, judged ? "yes" : "no", ""],
];

await write(
  "validators",
  `CPU time against hand-written checks (1.00), medians of ${rounds} interleaved rounds, one process a contender and round, of each the fastest of many batches.\n\n` +
    table(
      [
        "",
        "create",
        "list of 100",
        "event",
        "query",
        "geometric mean",
        "µs for 1 to 5 issues, with messages",
        "the most, against its own create",
      ],
      rows,
    ) +
    "\n\n" +
    table(["", "vinr", "valibot"], other),
);
