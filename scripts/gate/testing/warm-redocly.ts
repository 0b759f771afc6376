import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { specFolder } from "../../measure/tools.ts";

/** Redocly's command line in a long-lived process: starting it takes five times as long as one `diff`. */
export interface WarmRedocly {
  /** Runs `redocly diff …`, one at a time. Returns what it printed. */
  readonly run: (...args: string[]) => Promise<string>;
  stop(): void;
}

export function startRedocly(): WarmRedocly {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off" };
  const script = path.join(import.meta.dirname, "redocly-process.mjs");
  const child = fork(script, { cwd: specFolder, env, execArgv: [], stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`redocly ended with ${code} instead of a report; run its command by hand to see why`);
  });
  ended.catch(() => undefined); // The run that waits for a report rejects with it.
  let last: Promise<unknown> = Promise.resolve();
  const send = async (args: readonly string[]): Promise<string> => {
    const reported = once(child, "message");
    child.send(args);
    const [printed] = await Promise.race([reported, ended]);
    return String(printed);
  };
  return {
    run(...args) {
      const report = last.then(() => send(args));
      last = report.catch(() => undefined);
      return report;
    },
    stop: () => void child.kill(),
  };
}
