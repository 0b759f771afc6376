/** The workspace's own commands, run as processes that end with this one. */
import { constants, setPriority } from "node:os";
import { type ExecaError, execa } from "execa";

/** Commands of one workspace, which `stop` ends. */
export class Commands {
  readonly #root: string;
  #controller = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * Builds the packages; unchanged ones come from the cache.
   *
   * @throws {Error} with what the build printed, when it fails.
   */
  async buildPackages(): Promise<void> {
    await this.#run("turbo", ["run", "build", "--filter=./packages/*", "--output-logs=errors-only", "--ui=stream"]);
  }

  /** Writes the files generated from a spec that is checked already; returns a line for each that changed. */
  async generateFiles(): Promise<string[]> {
    const output = await this.#run(process.execPath, ["--import", "tsx", "scripts/generate.ts", "--no-lint"]);
    return output.split("\n").filter((line) => line !== "");
  }

  /** Ends what is running: by SIGTERM, and by SIGKILL two seconds later. */
  async stop(): Promise<void> {
    this.#controller.abort();
    await this.#running;
    this.#controller = new AbortController();
  }

  #run(command: string, args: readonly string[]): Promise<string> {
    const child = execa(command, args, {
      cwd: this.#root,
      all: true,
      preferLocal: true,
      localDir: this.#root,
      stdin: "ignore",
      cancelSignal: this.#controller.signal,
      forceKillAfterDelay: 2000,
      env: { TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" },
    });
    // A user waits for the servers, not for this.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    const output = child.then(
      ({ stdout }) => stdout,
      (error: ExecaError) => {
        throw new Error(`${error.shortMessage}\n${error.all ?? ""}`.trim());
      },
    );
    this.#running = output.catch(() => undefined);
    return output;
  }
}
