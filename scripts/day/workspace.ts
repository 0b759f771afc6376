/** A clone of this repository in which the day's changes are made, with the commands that CONTRIBUTING names. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { execa } from "execa";
import { copyWorkspace } from "../scratch.ts";
import type { Edit } from "./edits.ts";

export interface Ran {
  readonly status: number;
  readonly output: string;
}

/** The clone, on `main`. */
export class DayWorkspace {
  readonly #scratch = copyWorkspace({ built: true });
  readonly root = this.#scratch.root;

  constructor() {
    this.git("init", "--quiet", "--initial-branch=main");
    this.git("config", "user.name", "Test");
    this.git("config", "user.email", "test@vinr.example");
    // As a checkout has it: the links of a copy are not its own files.
    writeFileSync(path.join(this.root, ".git/info/exclude"), "node_modules\n");
    this.commit("base");
  }

  git(...args: string[]): string {
    return execFileSync("git", args, { cwd: this.root, encoding: "utf8", stdio: "pipe" });
  }

  commit(message: string): void {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", message);
  }

  /** Commits what there is on a new branch. */
  commitOn(branch: string): void {
    this.git("checkout", "--quiet", "-B", branch);
    this.commit(branch);
  }

  /** Merges a branch into this one, as far as Git can; returns the files that are left in conflict. */
  merge(branch: string): string[] {
    try {
      this.git("merge", "--quiet", "--no-edit", branch);
    } catch {
      // Conflicts: the caller asks for them.
    }
    return this.git("diff", "--name-only", "--diff-filter=U")
      .split("\n")
      .filter((file) => file !== "");
  }

  filesWithConflictMarkers(): string[] {
    const { stdout } = spawnSync("git", ["grep", "-l", "^<<<<<<< "], { cwd: this.root, encoding: "utf8" });
    return stdout.split("\n").filter((file) => file !== "");
  }

  /** Puts everything back as it is on a branch. */
  startOver(branch = "main"): void {
    this.git("checkout", "--quiet", "--force", branch);
    this.git("clean", "--quiet", "--force", "-d");
  }

  read(file: string): string {
    return readFileSync(path.join(this.root, file), "utf8");
  }

  /** Makes edits, and returns the files that they touch. */
  edit(edits: readonly Edit[]): string[] {
    for (const edit of edits) writeFileSync(path.join(this.root, edit.file), applyEdit(this.read(edit.file), edit));
    return [...new Set(edits.map(({ file }) => file))];
  }

  /** The files that differ from the last commit. */
  changed(): string[] {
    const lines = this.git("status", "--porcelain", "--untracked-files=all").split("\n");
    return lines.filter((line) => line !== "").map((line) => line.slice(3));
  }

  generate(): Promise<Ran> {
    return this.script("scripts/generate.ts");
  }

  gate(...args: string[]): Promise<Ran> {
    return this.script("scripts/gate.ts", ...args);
  }

  script(file: string, ...args: string[]): Promise<Ran> {
    return this.run(process.execPath, "--import", "tsx", file, ...args);
  }

  /**
   * Builds the packages and type-checks everything; returns the files that do not compile, from the root.
   */
  async filesThatDoNotCompile(): Promise<string[]> {
    const where = ["--filter=./packages/*", "--filter=@vinr/scripts"];
    const { output } = await this.run("turbo", "run", "build", "typecheck", "--continue", "--ui=stream", ...where);
    const lines = output.matchAll(/^@vinr\/(\w+):\w+: (\S+?)\(\d+,\d+\): error /gm);
    const files = [...lines].map(([, name = "", file = ""]) =>
      path.posix.join(name === "scripts" ? "scripts" : `packages/${name}`, file),
    );
    return [...new Set(files)].sort();
  }

  async run(command: string, ...args: string[]): Promise<Ran> {
    const env = { NO_COLOR: "1", FORCE_COLOR: "0", TURBO_TELEMETRY_DISABLED: "1", TURBO_CACHE_DIR: ".turbo/cache" };
    const options = { cwd: this.root, env, reject: false, all: true, preferLocal: true, localDir: this.root } as const;
    const ran = await execa(command, args, options);
    return { status: ran.exitCode ?? 1, output: ran.all ?? "" };
  }

  remove(): void {
    this.#scratch.remove();
  }
}

function applyEdit(text: string, { file, at, after, become }: Edit): string {
  const from = after === undefined ? 0 : text.indexOf(after);
  const place = from === -1 ? -1 : text.indexOf(at, from);
  if (place === -1) throw new Error(`${file} has no ${JSON.stringify(at)} after ${JSON.stringify(after ?? "")}.`);
  return text.slice(0, place) + become + text.slice(place + at.length);
}
