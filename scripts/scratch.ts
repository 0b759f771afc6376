/** A copy of the workspace for tests that edit it: its own files, the dependencies of this one. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const workspace = fileURLToPath(new URL("..", import.meta.url));

export interface Scratch {
  readonly root: string;
  remove(): void;
}

export interface ScratchOptions {
  /** Whether packages that were built before come from the cache, for tests of something else than building. */
  readonly built?: boolean;
  /**
   * Whether `node_modules` is a copy of hard links, not a symbolic link: Vite takes what a link leads to for files outside
   * the site, and Astro then misses styles and scripts of components. Takes two seconds.
   */
  readonly ownDependencies?: boolean;
}

/** Copies all files that git has or would have, as they are now, with the dependencies of this workspace. */
export function copyWorkspace({ built = false, ownDependencies = false }: ScratchOptions = {}): Scratch {
  const root = mkdtempSync(join(tmpdir(), "vinr-start-"));
  const listed = execFileSync("git", ["ls-files", "-coz", "--exclude-standard"], { cwd: workspace, encoding: "utf8" });
  const files = listed.split("\0").filter((file) => file !== "" && existsSync(join(workspace, file)));
  for (const file of files) cpSync(join(workspace, file), join(root, file));
  for (const folder of new Set(files.filter((file) => file.endsWith("package.json")).map((file) => dirname(file)))) {
    const modules = join(folder, "node_modules");
    if (folder === "." || !existsSync(join(workspace, modules))) continue;
    // Their links are relative, so that the packages of the copy find each other and not the originals.
    cpSync(join(workspace, modules), join(root, modules), { recursive: true, verbatimSymlinks: true });
  }
  const cache = ".turbo/cache";
  if (built && existsSync(join(workspace, cache)))
    cpSync(join(workspace, cache), join(root, cache), { recursive: true });
  if (!ownDependencies) symlinkSync(join(workspace, "node_modules"), join(root, "node_modules"));
  else execFileSync("cp", ["-al", join(workspace, "node_modules"), join(root, "node_modules")]);
  // The copy's dependencies are not its own to install.
  const settings = join(root, "pnpm-workspace.yaml");
  writeFileSync(
    settings,
    readFileSync(settings, "utf8").replace(/^verifyDepsBeforeRun:.*$/m, "verifyDepsBeforeRun: false"),
  );
  return { root, remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }) };
}
