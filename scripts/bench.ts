/** `pnpm bench [NAME] [ROUNDS]`: installs the contenders, builds the packages and runs the benchmarks of `bench/`. */
import { existsSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import { type Postgres, skipsPostgres, startPostgres } from "./postgres.ts";
import { loadSpec } from "./read/document/load-spec.ts";

const root = path.resolve(import.meta.dirname, "..");
const bench = path.join(root, "bench");
const names = readdirSync(bench).filter((name) => existsSync(path.join(bench, name, "run.js")));
const [wanted, ...rest] = process.argv.slice(2);

if (wanted !== undefined && !names.includes(wanted)) {
  console.error(`Unknown benchmark ${wanted}. Choose one of ${names.join(", ")}.`);
  process.exit(2);
}

// The sandbox's has a part that needs PostgreSQL, and says so where there is none.
const postgres: Postgres | undefined = skipsPostgres ? undefined : await startPostgres();
try {
  await run("pnpm", ["install", "--frozen-lockfile"], bench);
  await run("turbo", ["run", "build"], root);
  const { document } = await loadSpec(path.join(root, "spec/openapi.yaml"));
  await mkdir(path.join(bench, ".cache"), { recursive: true });
  await writeFile(path.join(bench, ".cache/openapi.json"), JSON.stringify(document));
  for (const name of wanted === undefined ? names : [wanted])
    await run(process.execPath, [path.join(bench, name, "run.js"), ...rest], bench);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await postgres?.close();
}

async function run(command: string, args: string[], cwd: string): Promise<void> {
  const env = postgres === undefined ? {} : { BENCH_POSTGRES: postgres.url };
  await execa(command, args, { cwd, env, stdio: "inherit" });
}
