import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The text of a file as it was at a Git revision, undefined where it was not there. */
export async function readAt(root: string, revision: string, file: string): Promise<string | undefined> {
  try {
    return await git(root, "show", "--end-of-options", `${revision}:${file}`);
  } catch {
    return undefined;
  }
}

/** The files under some folders at a Git revision. */
export async function listAt(root: string, revision: string, ...folders: string[]): Promise<string[]> {
  const listed = await git(root, "ls-tree", "-r", "-z", "--name-only", "--end-of-options", revision, ...folders);
  return listed.split("\0").filter((file) => file !== "");
}

/** The newest release that a revision holds; before the first one, the revision itself. */
export async function lastRelease(root: string, revision: string): Promise<string> {
  const tag = git(root, "describe", "--tags", "--abbrev=0", "--match=client-v*", revision);
  return (await tag.catch(() => revision)).trim();
}

async function git(root: string, ...args: string[]): Promise<string> {
  return (await promisify(execFile)("git", args, { cwd: root, maxBuffer: 1e8 })).stdout;
}
