/** The built command, as people run it: a process of its own. `pnpm build` writes it before the tests run. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** A run of the command, what it printed, and how it ended. */
export class Run {
  stdout = "";
  stderr = "";
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(args: readonly string[], { env = {}, input }: { env?: Record<string, string>; input?: string } = {}) {
    this.child = spawn(process.execPath, [command, ...args], {
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, VINR_SECRET_KEY: undefined, VINR_WEBHOOK_SECRET: undefined, ...env },
    });
    this.child.stdin?.on("error", () => undefined).end(input);
    this.child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      this.stdout += chunk;
    });
    this.child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      this.stderr += chunk;
    });
    this.ended = once(this.child, "close").then(([code]) => code);
  }

  get output(): string {
    return this.stdout + this.stderr;
  }

  /** Returns when what it printed matches. */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.output);
      if (found !== null) return found;
      if (this.child.exitCode !== null) throw new Error(this.output);
      const streams = [this.child.stdout, this.child.stderr].filter((stream) => stream !== null);
      await Promise.race([...streams.map((stream) => once(stream, "data")), this.ended]);
    }
  }

  /** The address that it prints. */
  async origin(): Promise<string> {
    const [, origin = ""] = await this.printed(/^VINR sandbox +(http\S+)\/v1$/m);
    return origin;
  }
}

/** Runs the command to its end. */
export async function runToEnd(...args: readonly string[]): Promise<{ code: number | null; run: Run }> {
  const run = new Run(args);
  return { code: await run.ended, run };
}
