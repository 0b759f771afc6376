/** The built command, as people run it: a process of its own. `pnpm build` writes it before the tests run. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** A run of the command, what it printed, and how it ended. */
export class Run {
  output = "";
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(...args: string[]) {
    this.child = spawn(process.execPath, [command, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.setEncoding("utf8").on("data", (chunk: string) => {
        this.output += chunk;
      });
    this.ended = once(this.child, "close").then(([code]) => code);
  }

  /** The address that it prints. */
  async origin(): Promise<string> {
    while (true) {
      const [, found] = /^VINR sandbox +(http\S+)\/v1$/m.exec(this.output) ?? [];
      if (found !== undefined) return found;
      await Promise.race([once(this.child.stdout ?? this.child, "data"), this.ended]);
      if (this.child.exitCode !== null) throw new Error(this.output);
    }
  }
}
