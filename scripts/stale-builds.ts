/**
 * Global setup of the tests: tests import the packages as they were built last, so warn at the end of a run when a package's
 * sources are newer than its build.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { publishedPackages } from "./release/published-packages.ts";

export default function setup(): (() => void) | undefined {
  const stale = findStaleBuilds(path.resolve(import.meta.dirname, ".."));
  if (stale.length === 0) return undefined;
  return () => console.warn(`\nWARNING: ${describeStaleBuilds(stale)}\n`);
}

/** The folders of the published packages below a root that are not built, or whose sources changed since. */
export function findStaleBuilds(root: string): string[] {
  return publishedPackages(root)
    .map(({ folder }) => folder)
    .filter((folder) => {
      const sources = newest(path.join(root, folder, "src"), (file) => !/\.test(?:-d)?\.ts$/.test(file));
      return sources > newest(path.join(root, folder, "dist"), () => true);
    });
}

/** A sentence for people who run a single test. */
export function describeStaleBuilds(folders: readonly string[]): string {
  return `the tests ran against old builds: the sources of ${folders.join(" and ")} changed since. Run pnpm build, then the tests.`;
}

/** When the newest file of a folder was written, in milliseconds; 0 without one. */
function newest(folder: string, counts: (file: string) => boolean): number {
  if (!existsSync(folder)) return 0;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && counts(entry.name));
  return Math.max(0, ...files.map(({ parentPath, name }) => statSync(path.join(parentPath, name)).mtimeMs));
}
