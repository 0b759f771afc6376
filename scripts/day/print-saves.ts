/**
 * `pnpm saves [TIMES] [KIND]`: how soon `pnpm start` shows a save of each kind, in seconds: medians of
 * so many saves (default 3) of the kinds whose name begins so (default all). A round of all takes about six minutes.
 */
import { measureSaves, median } from "./saves.ts";
import { asTable } from "./table.ts";

const [times = 3, kindPrefix = ""] = process.argv.slice(2);
const measured = await measureSaves(Number(times), kindPrefix, (kind, seconds) =>
  console.error(`${seconds.toFixed(1)} s: a save of ${kind}`),
);
const rows = measured.map(({ kind, seconds, goal }) => [
  `save of ${kind}`,
  median(seconds).toFixed(1),
  `≤ ${goal}`,
  seconds.map((one) => one.toFixed(1)).join(" "),
]);
console.log(asTable([["", "median", "goal", "each"], ...rows]));
