/** `pnpm bench validators`: the contenders on the same work, as ratios of one run, printed and kept in RESULTS.md. */
import { runNode, table, write } from "../shared/report.js";

const contenders = ["hand", "vinr", "schemasafe", "ajv", "valibot", "zod"];
const rounds = Number(process.argv[2] ?? 5);
const worker = new URL("./worker.js", import.meta.url);

for (const name of contenders) {
  const wrong = JSON.parse(await runNode(worker, name, "check"));
  if (wrong.length > 0)
    throw new Error(
      `${name} judges otherwise than the corpus: ${wrong.join(", ")}. Nobody's speed counts until all do the same work.`,
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
const workloads = ["create", "list", "event"];
const rows = contenders.map((name) => {
  const ratios = workloads.map((workload) => figure(name, workload) / figure("hand", workload));
  const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
  const failing = figure(name, "failing");
  return [
    name,
    ...ratios.map((ratio) => ratio.toFixed(2)),
    mean.toFixed(2),
    Number.isNaN(failing) || failing === undefined ? "–" : `${(failing / 1000).toFixed(2)} µs`,
    failing === undefined ? "–" : `${(failing / figure(name, "create")).toFixed(1)}×`,
  ];
});

await write(
  "validators",
  `CPU time against hand-written checks (1.00), medians of ${rounds} interleaved rounds, one process a contender and round.\n\n` +
    table(
      ["", "create", "list of 100", "event", "geometric mean", "failing, all issues", "against its own create"],
      rows,
    ),
);
