/** Runs a command of the workspace as a process group of its own, so that ending it ends all that it started. */
import { type ChildProcess, spawn } from "node:child_process";
import { delimiter, join } from "node:path";

/** Everything that is running now, to be ended with us. */
const running = new Set<() => Promise<void>>();

/** Ends every command that is still running, and what those have started. */
export async function endCommands(): Promise<void> {
  await Promise.all([...running].map((end) => end()));
}

/**
 * Runs a command to its end, or until the signal ends it.
 *
 * @throws {Error} with all its output, when it fails or is ended.
 */
export function runCommand(command: string, args: readonly string[], cwd: string, abort?: AbortSignal): Promise<void> {
  const path = [join(cwd, "node_modules/.bin"), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" };
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const end = (): Promise<void> => endGroup(child);
  running.add(end);
  abort?.addEventListener("abort", () => void end(), { once: true });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", (error) => {
      running.delete(end);
      reject(new Error(`${command} could not be started: ${error.message}`));
    });
    child.on("close", (code, killedBy) => {
      running.delete(end);
      if (code === 0) resolve();
      else
        reject(
          new Error(`${command} ${args.join(" ")} failed (${killedBy ?? `exit code ${code}`}):\n${output.trim()}`),
        );
    });
  });
}

/** Asks a process group to end, and makes it end when it does not. */
async function endGroup(child: ChildProcess): Promise<void> {
  const closed = new Promise((resolve) => child.once("close", resolve));
  signal(child, "SIGTERM");
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 2000))]);
  signal(child, "SIGKILL");
}

function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, name);
  } catch {
    // All of it ended by itself in the meantime.
  }
}
