/** `pnpm test:matrix`: packs the packages, installs them in an empty project, and tries them on `matrix/`'s runtimes. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startMock } from "./mock/server.ts";
import { loadSpec } from "./read/load-spec.ts";
import { buildPackages } from "./release/build.ts";
import { installConsumer } from "./release/consumer.ts";
import { packAll } from "./release/pack.ts";

const root = path.resolve(import.meta.dirname, "..");
const matrix = path.join(root, "matrix");

run("pnpm", ["install", "--frozen-lockfile"], matrix);
await buildPackages(root);
const folder = await mkdtemp(path.join(tmpdir(), "matrix-"));
const spec = await loadSpec(path.join(root, "spec/openapi.yaml"));
const mock = await startMock({ spec, port: 0 });
try {
  const consumer = await installConsumer(folder, await packAll(root, folder));
  const child = spawn(process.execPath, [path.join(matrix, "run.js"), consumer, mock.url], { stdio: "inherit" });
  const [status] = await once(child, "exit");
  process.exitCode = status ?? 1;
} finally {
  await mock.close();
  await rm(folder, { recursive: true, force: true });
}

function run(command: string, args: string[], cwd: string): void {
  const { status, error } = spawnSync(command, args, { cwd, stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
