import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import { publishedPackages } from "./published-packages.ts";

export interface Tarball {
  readonly name: string;
  readonly version: string;
  readonly file: string;
}

/**
 * Packs the built packages into a folder. The same files always give the same bytes: pnpm packs them in a fixed order, with a
 * fixed date and no owner.
 */
export async function packAll(root: string, folder: string): Promise<Tarball[]> {
  const to = path.resolve(folder);
  await mkdir(to, { recursive: true });
  for (const own of publishedPackages(root))
    await execa("pnpm", ["pack", "--pack-destination", to], { cwd: path.join(root, own.folder) });
  return readTarballs(root, to);
}

/** The tarballs of the packages' present versions in a folder. */
export async function readTarballs(root: string, folder: string): Promise<Tarball[]> {
  return Promise.all(
    publishedPackages(root).map(async (own) => {
      const { name, version } = JSON.parse(await readFile(path.join(root, own.folder, "package.json"), "utf8"));
      return { name, version, file: path.resolve(folder, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`) };
    }),
  );
}
