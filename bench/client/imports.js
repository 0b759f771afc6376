import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const sources = {
  node: "",
  vinr: 'import "@vinr/client";',
  "openapi-fetch": 'import "openapi-fetch";',
  stripe: 'import "stripe";',
};

/** Microseconds of CPU from start to end of a process that imports and does nothing else: the median of nine. */
export function measureImports(interleave) {
  return interleave(Object.keys(sources), async (name) => {
    const values = Array.from({ length: 9 }, () => start(sources[name])).sort((a, b) => a - b);
    return values[4];
  });
}

function start(source) {
  const code = `${source}\nprocess.on("exit", () => { const { user, system } = process.cpuUsage(); console.log(user + system); });`;
  const cwd = fileURLToPath(new URL(".", import.meta.url));
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], { cwd, encoding: "utf8" });
  return Number(stdout);
}
