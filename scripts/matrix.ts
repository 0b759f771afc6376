/** `pnpm test:matrix`: packs the packages, installs them in an empty project and tests them on `matrix/`'s runtimes. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { startMock } from "./mock/server.ts";
import { loadSpec } from "./read/document/load-spec.ts";
import { buildPackages } from "./release/build.ts";
import { installConsumer } from "./release/consumer.ts";
import { packAll } from "./release/pack.ts";

const root = path.resolve(import.meta.dirname, "..");
const matrix = path.join(root, "matrix");

await execa("pnpm", ["install", "--frozen-lockfile"], { cwd: matrix, stdio: "inherit" });
await buildPackages(root);
const folder = await mkdtemp(path.join(tmpdir(), "matrix-"));
const spec = await loadSpec(path.join(root, "spec/openapi.yaml"));
const mock = await startMock({ spec, port: 0 });
try {
  const consumer = await installConsumer(folder, await packAll(root, folder));
  const args = [path.join(matrix, "run.js"), consumer, mock.url];
  const { exitCode = 1 } = await execa(process.execPath, args, { stdio: "inherit", reject: false });
  process.exitCode = exitCode;
} finally {
  await mock.close();
  await rm(folder, { recursive: true, force: true });
}
