/** Starts processes that share a store. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cp, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import type { Records } from "../../src/store/store.js";

/** The work of a process: it sends back a message for each result. */
export type Task =
  /** Creates a payment, so many times at once, with one idempotency key. */
  | { readonly kind: "create"; readonly key: string; readonly count: number }
  /** Captures or cancels payments, all at once. */
  | { readonly kind: "end"; readonly how: "cancel" | "capture"; readonly payments: readonly string[] }
  /** Creates a payment with the key `k`, and is killed or stopped at a point of the transaction. */
  | { readonly kind: "crash"; readonly point: Point; readonly signal: Signal }
  /** Moves the clock by so many days, with all deliveries going to the server at an origin. */
  | { readonly kind: "advance"; readonly origin: string; readonly days: number }
  /** Sends all deliveries that are due to the server at an origin, and is stopped at a point if one is given. */
  | { readonly kind: "deliver"; readonly origin: string; readonly point?: Point }
  /** Serves the store as the command does, with all deliveries going to the server at an origin. */
  | { readonly kind: "serve"; readonly forwardTo: string }
  /** Creates payments until it is killed. */
  | { readonly kind: "write" };

/** A method of the records, when it is called; or a transaction that is `committed`, of any kind or one that `claimed` a delivery. */
export type Point = keyof Records | "claimed" | "committed";
export type Signal = "SIGKILL" | "SIGSTOP";

const source = fileURLToPath(new URL("./process.ts", import.meta.url));
/** Where its dependencies are found. */
const folder = fileURLToPath(new URL(`../../node_modules/.test-process-${process.pid}`, import.meta.url));
const script = path.join(folder, "process.mjs");
/** Files that the server of pages finds beside its bundle. */
const assets = fileURLToPath(new URL("../../src/pages/assets", import.meta.url));

/** Compiles what the processes run, once: to start TypeScript in each would take most of the tests' time. */
export function useProcesses(): void {
  beforeAll(async () => {
    await build({
      entryPoints: [source],
      outfile: script,
      bundle: true,
      packages: "external",
      format: "esm",
      platform: "node",
    });
    await cp(assets, path.join(folder, "assets"), { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
}

/** Starts a process on the store at an address, and returns when it is ready for a task. */
export async function startProcess(address: string): Promise<ChildProcess> {
  const child = fork(script, [address], {
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  await nextMessage(child);
  return child;
}

/** @throws where the process ends before. */
export async function nextMessage(child: ChildProcess): Promise<unknown> {
  const [event] = await Promise.race([once(child, "message"), once(child, "exit").then(() => [undefined])]);
  if (event === undefined) throw new Error("The process has ended.");
  return event;
}

/** The result of a task that has one. */
export async function runTask(child: ChildProcess, task: Task): Promise<unknown> {
  const message = nextMessage(child);
  child.send(task);
  return message;
}

/** Returns when a process is stopped by SIGSTOP, as Linux has it. */
export async function waitUntilStopped({ pid }: ChildProcess): Promise<void> {
  while (!/^\d+ \(.*\) T /.test(await readFile(`/proc/${pid}/stat`, "utf8"))) await sleep(20);
}
