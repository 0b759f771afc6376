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
  const to = path.resolve(folder);
  await mkdir(to, { recursive: true });
  for (const directory of publishedFolders)
    await promisify(execFile)("pnpm", ["pack", "--pack-destination", to], { cwd: path.join(root, directory) });
  return readTarballs(root, to);
}

/** The tarballs of the packages' present versions in a folder, packed before. */
export async function readTarballs(root: string, folder: string): Promise<Tarball[]> {
  return Promise.all(
    publishedFolders.map(async (directory) => {
      const { name, version } = JSON.parse(await readFile(path.join(root, directory, "package.json"), "utf8"));
      return { name, version, file: path.resolve(folder, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`) };
    }),
  );
}
