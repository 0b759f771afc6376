import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/** The packages that are published, in the order of their dependencies. */
export const publishedFolders = ["packages/types", "packages/validators", "packages/client"] as const;

export interface Tarball {
  readonly name: string;
  readonly version: string;
  readonly file: string;
}

/**
 * Packs the published packages, built before, into a folder. Packing the same files twice gives the same bytes: pnpm writes
 * them in order, with one date and no owner.
 */
export async function packAll(root: string, folder: string): Promise<Tarball[]> {
  await mkdir(folder, { recursive: true });
  const tarballs: Tarball[] = [];
  for (const directory of publishedFolders) {
    const { name, version } = JSON.parse(await readFile(path.join(root, directory, "package.json"), "utf8"));
    await pack(path.join(root, directory), folder);
    tarballs.push({
      name,
      version,
      file: path.join(folder, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`),
    });
  }
  return tarballs;
}

async function pack(directory: string, folder: string): Promise<void> {
  await promisify(execFile)("pnpm", ["pack", "--pack-destination", folder], { cwd: directory });
}
