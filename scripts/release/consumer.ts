import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, realpath, writeFile } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import { publishedPackages } from "./published-packages.ts";
import type { Tarball } from "./tarballs.ts";

const root = path.resolve(import.meta.dirname, "../..");

/**
 * Creates an empty project and installs tarballs in it, without the network: third-party dependencies are packed from this
 * workspace's node_modules.
 */
export async function installConsumer(folder: string, tarballs: readonly Tarball[]): Promise<string> {
  const app = await mkdtemp(path.join(folder, "consumer-"));
  await writeFile(
    path.join(app, "package.json"),
    JSON.stringify({ name: "consumer", version: "1.0.0", private: true }),
  );
  const files = [...tarballs, ...(await packThirdParty(path.join(app, "third-party")))].map(({ file }) => file);
  await execa("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", ...files], { cwd: app });
  return app;
}

/** Packs the third-party dependencies of the published packages from this workspace's node_modules into a folder. */
export async function packThirdParty(folder: string): Promise<Tarball[]> {
  await mkdir(folder, { recursive: true });
  const tarballs: Tarball[] = [];
  for (const directory of await findThirdParty()) {
    const { name, version } = await readManifest(directory);
    // By pnpm, as our own packages: npm 11 ends with "Exit handler never called!" when it packs hono.
    const command = ["pack", "--pack-destination", path.resolve(folder), "--config.ignore-scripts=true"];
    await execa("pnpm", command, { cwd: directory, preferLocal: true, localDir: root });
    // pnpm names the file of `@hono/node-server` after both parts of the name.
    const file = `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;
    tarballs.push({ name, version, file: path.join(folder, file) });
  }
  return tarballs;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

async function readManifest(directory: string): Promise<Manifest> {
  return JSON.parse(await readFile(path.join(directory, "package.json"), "utf8"));
}

/** The folders of all packages that the published ones bring, each after its own dependencies. */
async function findThirdParty(): Promise<ReadonlySet<string>> {
  const published = publishedPackages(root);
  const found = new Set<string>();
  const seen = new Set<string>();
  async function visit(directory: string, names: readonly string[]): Promise<void> {
    for (const name of names) {
      // A package for another platform is not installed, and neither is an optional peer that nobody asked for.
      const dependency = await findInstalled(directory, name);
      if (dependency === undefined || seen.has(dependency)) continue;
      seen.add(dependency);
      const { dependencies, optionalDependencies, peerDependencies } = await readManifest(dependency);
      await visit(dependency, Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }));
      found.add(dependency);
    }
  }
  for (const { folder } of published) {
    const { dependencies = {} } = await readManifest(path.join(root, folder));
    const names = Object.keys(dependencies).filter((name) => published.every((own) => own.name !== name));
    await visit(path.join(root, folder), names);
  }
  return found;
}

/** The folder of a dependency: in a package's own `node_modules`, or beside the package, as pnpm lays them out. */
async function findInstalled(directory: string, name: string): Promise<string | undefined> {
  const beside = directory.slice(0, directory.lastIndexOf(`${path.sep}node_modules${path.sep}`));
  for (const parent of new Set([directory, beside])) {
    const installed = path.join(parent, "node_modules", name);
    if (existsSync(installed)) return realpath(installed);
  }
  return undefined;
}
