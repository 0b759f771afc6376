import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A package of the workspace that goes to npm. */
export interface PublishedPackage {
  readonly name: string;
  /** From the root, such as `packages/client`. */
  readonly folder: string;
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The packages of a workspace that are not private, each after those it depends on. */
export function publishedPackages(root: string): PublishedPackage[] {
  const manifests = new Map<string, Manifest>();
  for (const name of readdirSync(path.join(root, "packages")).sort()) {
    const manifest: Manifest = JSON.parse(readFileSync(path.join(root, "packages", name, "package.json"), "utf8"));
    if (!manifest.private) manifests.set(`packages/${name}`, manifest);
  }
  const sorted = new Map<string, string>();
  const add = (name: string): void => {
    const [folder, manifest] = [...manifests].find(([, one]) => one.name === name) ?? [];
    if (folder === undefined || sorted.has(name)) return;
    for (const dependency of Object.keys(manifest?.dependencies ?? {})) add(dependency);
    sorted.set(name, folder);
  };
  for (const { name } of manifests.values()) add(name);
  return [...sorted].map(([name, folder]) => ({ name, folder }));
}
