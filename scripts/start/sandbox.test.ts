import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { SandboxProcess } from "./sandbox.ts";

const root = join(import.meta.dirname, "../..");

/** The ids of the sandboxes that this process has started. */
function processIds(): number[] {
  const lines = execFileSync("ps", ["-o", "pid=,args=", "--ppid", String(process.pid)], { encoding: "utf8" }).split(
    "\n",
  );
  return lines.filter((line) => line.includes("packages/sandbox/dist/cli.js")).map((line) => Number.parseInt(line, 10));
}

test("a sandbox that was killed is not running, and starts again at the same address", async () => {
  const sandbox = new SandboxProcess(root, 0);
  onTestFinished(() => sandbox.stop());
  const url = await sandbox.start();
  expect(sandbox.isRunning).toBe(true);
  const [pid, ...others] = processIds();
  expect(others).toEqual([]);
  process.kill(Number(pid), "SIGKILL");
  await vi.waitFor(() => expect(sandbox.isRunning).toBe(false), { timeout: 20_000 });
  expect(await sandbox.start()).toBe(url);
  expect((await fetch(new URL("/healthz", url))).status).toBe(200);
});
