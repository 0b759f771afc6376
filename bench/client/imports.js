import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const sources = {
  node: "",
  vinr: 'import "@vinr/client";',
  "openapi-fetch": 'import "openapi-fetch";',
  stripe: 'import "stripe";',
};

/** Microseconds of CPU from start to end of processes that import and do nothing else. All take turns. */
export function measureImports(turns = 30) {
  const samples = Object.fromEntries(Object.keys(sources).map((name) => [name, []]));
  for (let turn = 0; turn < turns; turn++)
    for (const name of Object.keys(sources)) samples[name].push(start(sources[name]));
  return samples;
}

function start(source) {
  const code = `${source}\nprocess.on("exit", () => { const { user, system } = process.cpuUsage(); console.log(user + system); });`;
  const cwd = fileURLToPath(new URL(".", import.meta.url));
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], { cwd, encoding: "utf8" });
  return Number(stdout);
}
