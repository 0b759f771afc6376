import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { specFolder } from "../../measure/tools.ts";

/** Redocly's command line in a process that stays: to start it takes five times as long as one `diff`. */
export interface WarmRedocly {
  /** Runs `redocly diff …` and gives what it printed; one run at a time. */
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
  ended.catch(() => undefined); // Told to whoever waits for a report.
  let last: Promise<unknown> = Promise.resolve();
  const ask = async (args: readonly string[]): Promise<string> => {
    const answered = once(child, "message");
    child.send(args);
    const [printed] = await Promise.race([answered, ended]);
    return String(printed);
  };
  return {
    run(...args) {
      const answer = last.then(() => ask(args));
      last = answer.catch(() => undefined);
      return answer;
    },
    stop: () => void child.kill(),
  };
}
