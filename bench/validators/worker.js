/** One contender in a process of its own: `node worker.js NAME check|measure`, the result as JSON on standard output. */
import { corpus, failing, valid } from "./values.js";

const [, , name, task] = process.argv;
const contender = await import(`./contenders/${name}.js`);

if (task === "check") {
  const wrong = Object.entries(corpus).flatMap(([workload, rows]) =>
    rows.flatMap(([expected, value], index) =>
      contender[workload](value) === expected ? [] : [`${workload} ${index}`],
    ),
  );
  console.log(JSON.stringify(wrong));
} else {
  const figures = {};
  for (const [workload, value] of Object.entries(valid))
    figures[workload] = nanoseconds(() => contender[workload](value));
  if (contender.explain) {
    // All are met before any is measured: who validates meets more than one fault.
    for (let i = 0; i < 100_000; i++) contender.explain(failing[i % failing.length]);
    for (const [index, value] of failing.entries())
      figures[`failing${index + 1}`] = nanoseconds(() => contender.explain(value));
  }
  console.log(JSON.stringify(figures));
}

/**
 * Nanoseconds of CPU a call: the fastest of many batches, after a warm-up, since what else a machine does only ever adds to
 * them, by half or more for a second at a time on a shared one. A batch takes a good part of a tenth of a second, since a
 * system may count CPU time in steps of several milliseconds.
 */
function nanoseconds(call) {
  let kept = 0;
  const batch = (size) => {
    const start = process.cpuUsage();
    for (let i = 0; i < size; i++) kept += Number(call());
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  let size = 16;
  while (batch(size) < 40_000) size *= 2;
  for (let i = 0; i < 5; i++) batch(size);
  const batches = Array.from({ length: 30 }, () => (batch(size) * 1000) / size);
  if (Number.isNaN(kept)) throw new Error("unreachable: keeps the calls from being optimised away");
  return Math.min(...batches);
}
