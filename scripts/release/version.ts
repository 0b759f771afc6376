import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";

/**
 * Sets the packages' next versions and writes their changelogs, as the changesets declare. The constant that the client sends
 * with each request follows its package.json.
 */
export async function versionAll(root: string): Promise<void> {
  await execa("changeset", ["version"], { cwd: root });
  const client = path.join(root, "packages/client");
  const { version } = JSON.parse(await readFile(path.join(client, "package.json"), "utf8"));
  const file = path.join(client, "src/version.ts");
  const source = await readFile(file, "utf8");
  const next = source.replace(/(version = )"[^"]*"/, `$1${JSON.stringify(version)}`);
  if (!next.includes(`version = ${JSON.stringify(version)}`))
    throw new Error(`${file} has no constant \`version\` to set.`);
  await writeFile(file, next);
}
