/** Notices when the process that started this one is gone, even if it was killed. */
import { execFileSync } from "node:child_process";

/** A process above this one. */
export interface Ancestor {
  readonly pid: number;
  readonly args: string;
}

const shell = /^\S*\b(?:sh|bash|dash|zsh|fish)\b/;
const packageManager = /\b(?:npm|npx|pnpm|yarn)\b/;

/**
 * Of the processes above this one, nearest first, those without which it has no business to run: its parent, and all
 * up to the outermost package manager (`npx` runs a shell, which runs `pnpm`, which runs a shell, which runs us; the
 * death of one is not reported to the others). The shell beyond that does not count: its user may log out.
 */
export function selectAncestors(ancestors: readonly Ancestor[]): number[] {
  const outermost = ancestors.findLastIndex(({ args }) => !shell.test(args) && packageManager.test(args));
  return ancestors.slice(0, Math.max(outermost, 0) + 1).map(({ pid }) => pid);
}

/** Calls back once when this process has lost one of the processes that it belongs to. */
export function onOrphaned(callback: () => void): void {
  const pids = selectAncestors(listAncestors());
  const timer = setInterval(() => {
    if (pids.every(isAlive)) return;
    clearInterval(timer);
    callback();
  }, 500);
  timer.unref();
}

function listAncestors(): Ancestor[] {
  const ancestors: Ancestor[] = [];
  for (let pid = process.ppid; pid > 1 && ancestors.length < 16; ) {
    const { parent, args } = readProcess(pid);
    ancestors.push({ pid, args });
    pid = parent;
  }
  return ancestors;
}

function readProcess(pid: number): { parent: number; args: string } {
  try {
    const line = execFileSync("ps", ["-o", "ppid=,args=", "-p", String(pid)], { encoding: "utf8", stdio: "pipe" });
    const [, parent = "0", args = ""] = /^\s*(\d+)\s+(.*)/.exec(line) ?? [];
    return { parent: Number(parent), args };
  } catch {
    // No `ps` here: the parent alone is watched.
    return { parent: 0, args: "" };
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
