import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { publishedFolders } from "../../release/pack.ts";

/** A door to a published package: what a merchant's `import` names, and the built files behind it. */
export interface EntryPoint {
  /** As it is imported: `@vinr/client/webhooks`. */
  readonly name: string;
  readonly package: string;
  /** The folder of the package, absolute, as are the files. */
  readonly folder: string;
  readonly types: string;
  readonly code: string;
}

/** The entry points of every published package, wildcards written out by what is built. */
export async function findEntryPoints(root: string): Promise<EntryPoint[]> {
  const found = publishedFolders.map((folder) => entryPointsOf(path.join(root, folder)));
  return (await Promise.all(found)).flat();
}

async function entryPointsOf(folder: string): Promise<EntryPoint[]> {
  const { name, exports } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const entries = new Map<string, EntryPoint>();
  for (const [door, target] of Object.entries<Target>(exports).sort(bySpecificity)) {
    if (target.types === undefined || target.default === undefined) continue;
    for (const part of door.includes("*") ? await wildcardParts(folder, target.types) : [""]) {
      const imported = path.posix.join(name, door.replace("*", part));
      const file = (pattern: string) => path.join(folder, pattern.replace("*", part));
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

/** What stands in full goes before a wildcard, and a longer wildcard before a shorter, as for Node.js. */
function bySpecificity([one]: [string, unknown], [other]: [string, unknown]): number {
  const length = (door: string) => (door.includes("*") ? door.indexOf("*") : Number.POSITIVE_INFINITY);
  return length(other) === length(one) ? 0 : length(other) - length(one);
}

/** What a `*` stands for: `payment` where `./dist/generated/payment.d.ts` is there for `./dist/generated/*.d.ts`. */
async function wildcardParts(folder: string, pattern: string): Promise<string[]> {
  const [before = "", after = ""] = pattern.split("*");
  const files = await readdir(path.join(folder, before), { recursive: true }).catch(() => []);
  return files
    .map((file) => file.replaceAll(path.sep, "/"))
    .filter((file) => file.endsWith(after))
    .map((file) => file.slice(0, -after.length))
    .sort();
}
