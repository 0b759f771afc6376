import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { pathWithin } from "../paths.ts";
import type { Change } from "./plan.ts";

/** The files below some folders, by path from the root with `/` between; folders that do not exist have none. */
export async function readFiles(root: string, folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(ignoreMissing);
    for (const entry of entries ?? []) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(relative(root, path).split(sep).join("/"), await readFile(path, "utf8"));
    }
  }
  return files;
}

/** Writes each changed file whole or not at all, and removes orphans; none of them is outside of the root. */
export async function applyChanges(root: string, changes: readonly Change[]): Promise<void> {
  for (const { path, kind, content } of changes) {
    const target = pathWithin(root, path);
    if (kind === "orphan") await rm(target);
    if (content !== undefined) await writeWhole(target, content);
  }
}

/** Writes a file so that whoever reads it meanwhile has the whole of the old content or of the new. */
export async function writeWhole(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Undefined in place of a file or folder that does not exist. */
export function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
