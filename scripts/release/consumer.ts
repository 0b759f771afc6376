import { mkdir, mkdtemp, readFile, realpath, writeFile } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
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

/** The third-party dependencies of the published packages, each with its own dependency, as pnpm laid them out. */
const thirdParty: readonly (readonly [from: string, name: string, dependency: string])[] = [
  ["packages/client", "openapi-fetch", "openapi-typescript-helpers"],
  ["packages/sandbox", "@hono/node-server", "hono"],
];

/** Packs the third-party dependencies of the published packages from this workspace's node_modules into a folder. */
export async function packThirdParty(folder: string): Promise<Tarball[]> {
  await mkdir(folder, { recursive: true });
  const tarballs: Tarball[] = [];
  for (const [from, dependent, dependency] of thirdParty) {
    const modules = path.join(
      await realpath(path.join(root, from, "node_modules", dependent)),
      dependent.replace(/[^/]+/g, ".."),
    );
    for (const name of [dependency, dependent]) {
      const { version } = JSON.parse(await readFile(path.join(modules, name, "package.json"), "utf8"));
      // By pnpm, as our own packages: npm 11 ends with "Exit handler never called!" when it packs hono.
      const command = ["pack", "--pack-destination", path.resolve(folder), "--config.ignore-scripts=true"];
      await execa("pnpm", command, { cwd: path.join(modules, name), preferLocal: true, localDir: root });
      // pnpm names the file of `@hono/node-server` after both parts of the name.
      const file = `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;
      tarballs.push({ name, version, file: path.join(folder, file) });
    }
  }
  return tarballs;
}
