import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { execa } from "execa";
import type { Tarball } from "./tarballs.ts";

const root = path.resolve(import.meta.dirname, "../..");

/**
 * Creates an empty project and installs tarballs in it, without the network: the only third-party dependency, openapi-fetch,
 * and its own dependency are packed from this workspace's node_modules.
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
  const requireFromClient = createRequire(path.join(root, "packages/client/package.json"));
  const openapiFetch = path.dirname(requireFromClient.resolve("openapi-fetch/package.json"));
  const tarballs: Tarball[] = [];
  for (const directory of [path.join(openapiFetch, "../openapi-typescript-helpers"), openapiFetch]) {
    const { name, version } = JSON.parse(await readFile(path.join(directory, "package.json"), "utf8"));
    await execa("npm", ["pack", directory, "--pack-destination", folder, "--ignore-scripts"]);
    tarballs.push({ name, version, file: path.join(folder, `${name}-${version}.tgz`) });
  }
  return tarballs;
}
