/** `pnpm measure [FILE]`: prints the figures of the specification, and exits with 1 if one misses its goal. */
import path from "node:path";
import { measure } from "./measure/figures.ts";
import { specFolder } from "./measure/tools.ts";

const { figures, notes } = await measure(path.resolve(process.argv[2] ?? path.join(specFolder, "openapi.yaml")));
const width = Math.max(...figures.map(({ name }) => name.length));
for (const { name, value, goal, met } of figures)
  console.log(`${met ? "✓" : "✗"} ${name.padEnd(width)}  ${value.padStart(9)}   goal: ${goal}`);
for (const note of notes) console.error(note);
if (figures.some(({ met }) => !met)) process.exitCode = 1;
