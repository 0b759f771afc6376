import { execFile } from "node:child_process";
import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import type { Tarball } from "./pack.ts";

const exec = promisify(execFile);
const root = path.resolve(import.meta.dirname, "../..");

/**
 * Makes an empty project in a folder and installs tarballs in it, without the network: the one third-party dependency,
 * openapi-fetch, and its own are packed from what is installed here.
 */
export async function installConsumer(folder: string, tarballs: readonly Tarball[]): Promise<string> {
  const app = await mkdtemp(path.join(folder, "consumer-"));
  await writeFile(path.join(app, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  for (const directory of thirdParty())
    await exec("npm", ["pack", directory, "--pack-destination", app, "--ignore-scripts"]);
  const packed = (await readdir(app)).filter((file) => file.endsWith(".tgz")).map((file) => path.join(app, file));
  const files = [...tarballs.map(({ file }) => file), ...packed];
  await exec("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", ...files], { cwd: app });
  return app;
}

function thirdParty(): string[] {
  const requireFromClient = createRequire(path.join(root, "packages/client/package.json"));
  const openapiFetch = path.dirname(requireFromClient.resolve("openapi-fetch/package.json"));
  return [openapiFetch, path.join(openapiFetch, "../openapi-typescript-helpers")];
}
