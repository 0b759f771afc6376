import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import { publishedPackages } from "./published-packages.ts";
import { readTarballs, type Tarball } from "./tarballs.ts";

/** More attempts than a fixed order needs: of two dependencies, every second one has it. */
const maxAttempts = 50;

/**
 * Packs the built packages into a folder. The same files always give the same bytes: pnpm packs them in a fixed order, with a
 * fixed date and no owner.
 */
export async function packAll(root: string, folder: string): Promise<Tarball[]> {
  const to = path.resolve(folder);
  await mkdir(to, { recursive: true });
  const tarballs = await readTarballs(root, to);
  for (const { name, folder: own } of publishedPackages(root)) {
    const tarball = tarballs.find((one) => one.name === name);
    if (tarball !== undefined) await packOne(path.join(root, own), tarball);
  }
  return tarballs;
}

/**
 * Packs one package. pnpm writes dependencies of the workspace in the order in which it happens to have read their versions, so
 * it packs again until that is the manifest's order.
 */
async function packOne(cwd: string, { name, file }: Tarball): Promise<void> {
  const source: Manifest = JSON.parse(await readFile(path.join(cwd, "package.json"), "utf8"));
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    await execa("pnpm", ["pack", "--pack-destination", path.dirname(file)], { cwd });
    const { stdout } = await execa("tar", [
      "--extract",
      "--gzip",
      "--to-stdout",
      "--file",
      file,
      "package/package.json",
    ]);
    const packed: Manifest = JSON.parse(stdout);
    if (fields.every((field) => hasOrderOf(source[field], packed[field]))) return;
  }
  throw new Error(`pnpm never wrote the dependencies of ${name} in the order of its manifest.`);
}

const fields = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] as const;

type Versions = Readonly<Record<string, string>>;
type Manifest = { readonly [Field in (typeof fields)[number]]?: Versions };

/** Whether the packages of the workspace are in the same order. */
function hasOrderOf(source: Versions = {}, packed: Versions = {}): boolean {
  const own = Object.keys(source).filter((dependency) => source[dependency]?.startsWith("workspace:"));
  const found = Object.keys(packed).filter((dependency) => own.includes(dependency));
  return found.join() === own.join();
}
