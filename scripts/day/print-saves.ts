/** `pnpm saves [TIMES]`: how soon `pnpm start` shows a save of each kind, in seconds: medians of so many saves (default 5). */
import { measureSaves, median } from "./saves.ts";
import { asTable } from "./table.ts";

const measured = await measureSaves(Number(process.argv[2] ?? 5));
const rows = measured.map(({ kind, seconds, goal }) => [
  `save of ${kind}`,
  median(seconds).toFixed(1),
  `≤ ${goal}`,
  seconds.map((one) => one.toFixed(1)).join(" "),
]);
console.log(asTable([["", "median", "goal", "each"], ...rows]));
