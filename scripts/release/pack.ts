import { mkdir } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import { publishedPackages } from "./published-packages.ts";
import { readTarballs, type Tarball } from "./tarballs.ts";

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
