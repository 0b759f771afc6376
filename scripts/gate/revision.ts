import { execa } from "execa";
import { publishedPackages } from "../release/published-packages.ts";

/** The text of a file at a Git revision, undefined if it did not exist. */
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

/** The files under some paths that differ between a Git revision and the working tree, new ones that Git does not ignore too. */
export async function listChanged(root: string, revision: string, ...paths: string[]): Promise<string[]> {
  const known = await git(root, "diff", "-z", "--name-only", "--end-of-options", revision, "--", ...paths);
  const added = await git(root, "ls-files", "-z", "--others", "--exclude-standard", "--", ...paths);
  return [...new Set(`${known}${added}`.split("\0"))].filter((file) => file !== "");
}

/** The tag of the newest release of any package that a revision contains; before the first one, the revision itself. */
export async function lastRelease(root: string, revision: string): Promise<string> {
  const tags = publishedPackages(root).map(({ folder }) => `--match=${folder.replace("packages/", "")}-v*`);
  const tag = git(root, "describe", "--tags", "--abbrev=0", ...tags, revision);
  return (await tag.catch(() => revision)).trim();
}

async function git(root: string, ...args: string[]): Promise<string> {
  return (await execa("git", args, { cwd: root, stripFinalNewline: false })).stdout;
}
