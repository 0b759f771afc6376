import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { publishedPackages } from "../../release/published-packages.ts";

/** A path that users import, with its built files. */
export interface EntryPoint {
  /** As users import it: `@vinr/client/webhooks`. */
  readonly name: string;
  readonly package: string;
  /** The folder of the package. This and the files are absolute paths. */
  readonly folder: string;
  readonly types: string;
  readonly code: string;
}

/**
 * The entry points of every published package, wildcards expanded to the built files. `internal` is none: only our own packages
 * import it, and they pin the version of the package that has it.
 */
export async function findEntryPoints(root: string): Promise<EntryPoint[]> {
  const found = publishedPackages(root).map(({ folder }) => entryPointsOf(path.join(root, folder)));
  return (await Promise.all(found)).flat();
}

async function entryPointsOf(folder: string): Promise<EntryPoint[]> {
  const { name, exports } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const entries = new Map<string, EntryPoint>();
  for (const [pattern, target] of Object.entries<Target>(exports).sort(bySpecificity)) {
    if (pattern === "./internal" || target.types === undefined || target.default === undefined) continue;
    for (const part of pattern.includes("*") ? await wildcardParts(folder, target.types) : [""]) {
      const imported = path.posix.join(name, pattern.replace("*", part));
      const file = (built: string) => path.join(folder, built.replace("*", part));
      if (entries.has(imported)) continue;
      entries.set(imported, {
        name: imported,
        package: name,
        folder,
        types: file(target.types),
        code: file(target.default),
      });
    }
  }
  return [...entries.values()];
}

interface Target {
  readonly types?: string;
  readonly default?: string;
}

/** Exact names before wildcards, and longer wildcards before shorter ones, as Node.js resolves them. */
function bySpecificity([one]: [string, unknown], [other]: [string, unknown]): number {
  const length = (pattern: string) => (pattern.includes("*") ? pattern.indexOf("*") : Number.POSITIVE_INFINITY);
  return length(other) === length(one) ? 0 : length(other) - length(one);
}

/** The matches of a `*`: `payment` if `./dist/generated/payment.d.ts` exists for `./dist/generated/*.d.ts`. */
async function wildcardParts(folder: string, pattern: string): Promise<string[]> {
  const [before = "", after = ""] = pattern.split("*");
  const files = await readdir(path.join(folder, before), { recursive: true }).catch(() => []);
  return files
    .map((file) => file.replaceAll(path.sep, "/"))
    .filter((file) => file.endsWith(after))
    .map((file) => file.slice(0, -after.length))
    .sort();
}
