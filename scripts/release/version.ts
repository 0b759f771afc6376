import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/**
 * Gives the packages their next versions: changesets decides them and writes the changelogs, and the client's own constant,
 * which it sends with each request, follows its package.json.
 */
export async function versionAll(root: string): Promise<void> {
  await promisify(execFile)("changeset", ["version"], { cwd: root });
  const client = path.join(root, "packages/client");
  const { version } = JSON.parse(await readFile(path.join(client, "package.json"), "utf8"));
  const file = path.join(client, "src/version.ts");
  const source = await readFile(file, "utf8");
  const next = source.replace(/(version = )"[^"]*"/, `$1${JSON.stringify(version)}`);
  if (!next.includes(`version = ${JSON.stringify(version)}`))
    throw new Error(`${file} has no constant \`version\` to set.`);
  await writeFile(file, next);
}
