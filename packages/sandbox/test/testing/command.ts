/**
 * The built command, as people run it: a process of its own. `pnpm build` writes it before the tests run. And its sub-commands, within
 * this process.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { CommandContext } from "../../src/cli/commands/command.js";
import { commands } from "../../src/cli/commands/index.js";
import { runCommand } from "../../src/cli/commands/run-command.js";

const builtCommand = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

interface RunOptions {
  readonly env?: Record<string, string>;
  readonly input?: string;
  /** The descriptor of a file, to which it prints. */
  readonly stdout?: number;
  /** A program that starts it, and the arguments before its own. */
  readonly through?: readonly string[];
  /** The path of another copy of it. */
  readonly command?: string;
}

/** A run of the command, what it printed, and how it ended. */
export class Run {
  stdout = "";
  stderr = "";
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  #hasEnded = false;

  constructor(
    args: readonly string[],
    { env = {}, input, stdout, through = [], command = builtCommand }: RunOptions = {},
  ) {
    const [program = "", ...rest] = [...through, process.execPath, command, ...args];
    this.child = spawn(program, rest, {
      stdio: ["pipe", stdout ?? "pipe", "pipe"],
      env: { ...process.env, VINR_SECRET_KEY: undefined, VINR_WEBHOOK_SECRET: undefined, ...env },
    });
    this.child.stdin?.on("error", () => undefined).end(input);
    this.child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      this.stdout += chunk;
    });
    this.child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      this.stderr += chunk;
    });
    this.ended = once(this.child, "close").then(([code]) => {
      this.#hasEnded = true;
      return code;
    });
  }

  get output(): string {
    return this.stdout + this.stderr;
  }

  /** Returns when what it printed matches. */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.output);
      if (found !== null) return found;
      if (this.#hasEnded) throw new Error(this.output);
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

/** Runs a sub-command in this process, and returns what it printed. */
export async function runWith(
  env: Readonly<Record<string, string>>,
  [name, ...args]: readonly string[],
  { input = [], showProgress }: { input?: Iterable<Uint8Array>; showProgress?: CommandContext["showProgress"] } = {},
) {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`There is no command ${name}.`);
  let [stdout, stderr] = ["", ""];
  const code = await runCommand(command, args, {
    env,
    stdin: (async function* () {
      yield* input;
    })(),
    print: (line) => (stdout += `${line}\n`),
    untilPrinted: async () => undefined,
    remark: (line) => (stderr += `${line}\n`),
    showProgress,
  });
  return { code, stdout, stderr };
}
