/** The sandbox beside the mock: the built command of `packages/sandbox`, a process that ends with this one. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Serves the sandbox, and serves it anew from what was built meanwhile. Its accounts are in memory. */
export class SandboxProcess {
  readonly #command: string;
  #port: number;
  #child: ChildProcess | undefined;

  /** `port` may be 0, for a free one, which it then keeps. */
  constructor(root: string, port: number) {
    this.#command = join(root, "packages/sandbox/dist/cli.js");
    this.#port = port;
  }

  get isRunning(): boolean {
    return this.#child !== undefined && !hasEnded(this.#child);
  }

  /**
   * Starts it, or starts it again; returns its address: `http://127.0.0.1:4020/v1`.
   *
   * @throws {Error} with what it printed, when it does not listen.
   */
  async start(): Promise<string> {
    await this.stop();
    // The channel is all that the two have to say to each other: when it closes, the sandbox ends.
    const child = spawn(process.execPath, [this.#command, "--port", String(this.#port)], {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#child = child;
    const failed = explainExit(child);
    const { stdout } = child;
    if (stdout === null) throw new TypeError("The sandbox has no output.");
    for await (const line of createInterface(stdout)) {
      const [, url] = /(http\S+)$/.exec(line) ?? [];
      if (url === undefined) continue;
      this.#port = Number(new URL(url).port);
      stdout.resume();
      return url;
    }
    throw await failed;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || hasEnded(child)) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  }
}

/** A process that was killed has a signal, and no exit code. */
function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** The error of a sandbox that ended, in its own words. */
async function explainExit(child: ChildProcess): Promise<Error> {
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  await once(child, "exit");
  return new Error(text.trim());
}
