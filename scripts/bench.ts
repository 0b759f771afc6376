/** `pnpm bench [NAME] [ROUNDS]`: installs the contenders, builds what is measured, and runs the benchmarks of `bench/`. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { loadSpec } from "./read/load-spec.ts";

const root = path.resolve(import.meta.dirname, "..");
const bench = path.join(root, "bench");
const names = readdirSync(bench).filter((name) => existsSync(path.join(bench, name, "run.js")));
const [wanted, ...rest] = process.argv.slice(2);

if (wanted !== undefined && !names.includes(wanted)) {
  console.error(`There is no benchmark ${wanted}; there are ${names.join(", ")}.`);
  process.exit(2);
}

run("pnpm", ["install", "--frozen-lockfile"], bench);
run("turbo", ["run", "build"], root);
const { document } = await loadSpec(path.join(root, "spec/openapi.yaml"));
await mkdir(path.join(bench, ".cache"), { recursive: true });
await writeFile(path.join(bench, ".cache/openapi.json"), JSON.stringify(document));
for (const name of wanted === undefined ? names : [wanted])
  run(process.execPath, [path.join(bench, name, "run.js"), ...rest], bench);

function run(command: string, args: string[], cwd: string): void {
  const { status, error } = spawnSync(command, args, { cwd, stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
