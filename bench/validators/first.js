/** From import to the first result, in milliseconds: `node first.js ENTRY`, in a process of its own. */
import { readFileSync } from "node:fs";

const value = JSON.parse(readFileSync(new URL("../.cache/create.json", import.meta.url), "utf8"));
const [, , entry] = process.argv;
const start = process.hrtime.bigint();
const { first } = await import(`./entries/${entry}.js`);
if (!first(value)) throw new Error(`${entry} rejects a valid value`);
console.log(Number(process.hrtime.bigint() - start) / 1e6);
