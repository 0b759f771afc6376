/** Paths made from names that others chose: none leaves the folder that it is meant for. */
import { realpath } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";

/**
 * The absolute path of a file below a root.
 *
 * @throws {Error} if the path is the root itself, or leads out of it.
 */
export function pathWithin(root: string, path: string): string {
  const target = resolve(root, path);
  if (!isWithin(root, target)) throw new Error(`${JSON.stringify(path)} is not a path within ${root}`);
  return target;
}

/** The same for a file that exists, through all symbolic links: both the path and the file that it leads to are within. */
export async function realPathWithin(root: string, path: string): Promise<string> {
  // First without the disk: even to look at a path of another machine is a request.
  const target = pathWithin(root, path);
  return pathWithin(await realpath(root), await realpath(target));
}

/** Whether a path is below a root, which need not exist. */
export function isWithin(root: string, path: string): boolean {
  const steps = relative(resolve(root), resolve(root, path));
  return steps !== "" && steps !== ".." && !steps.startsWith(`..${sep}`) && !isAbsolute(steps);
}
