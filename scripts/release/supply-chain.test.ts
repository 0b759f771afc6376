/** The rules by which dependencies come in: in every workspace of the repository, and for pnpm itself. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const root = path.resolve(import.meta.dirname, "../..");
const read = (file: string): Promise<string> => readFile(path.join(root, file), "utf8");
const workspaces = [".", "bench", "matrix"];

test.each(workspaces)(
  "in %s, releases rest, no publisher proves less than before, and none comes from git",
  async (folder) => {
    const settings = parse(await read(path.join(folder, "pnpm-workspace.yaml")));
    expect(settings).toMatchObject({ trustPolicy: "no-downgrade", blockExoticSubdeps: true });
    expect(settings.minimumReleaseAge).toBeGreaterThanOrEqual(3 * 24 * 60);
    for (const mayBuild of Object.values(settings.allowBuilds)) expect(mayBuild).toBeTypeOf("boolean");
  },
);

test.each(workspaces)("in %s, what may run a script on install is named with its reason", async (folder) => {
  const lines = (await read(path.join(folder, "pnpm-workspace.yaml"))).split("\n");
  const allowed = lines.flatMap((line, index) => (/^ {2}\S+: true$/.test(line) ? [index] : []));
  expect(allowed.length).toBeGreaterThan(0);
  for (const index of allowed) {
    const before = lines.slice(0, index).findLast((line) => !/^ {2}\S+: (?:true|false)$/.test(line));
    expect([lines[index], before]).toEqual([lines[index], expect.stringMatching(/^ {2}# \w/)]);
  }
});

test("each workspace has a lock file and updates, which rest too", async () => {
  const { updates } = parse(await read(".github/dependabot.yml"));
  expect(updates[0]).toMatchObject({ "package-ecosystem": "npm", directories: ["/", "/bench", "/matrix"] });
  for (const { cooldown } of updates) expect(cooldown["default-days"]).toBeGreaterThanOrEqual(3);
  for (const folder of workspaces)
    expect(await read(path.join(folder, "pnpm-lock.yaml"))).toContain("integrity: sha512-");
});

test("pnpm is checked against a hash, and workflows install by the lock file alone", async () => {
  expect(JSON.parse(await read("package.json")).packageManager).toMatch(/^pnpm@\d+\.\d+\.\d+\+sha512\.[0-9a-f]{128}$/);
  for (const name of await readdir(path.join(root, ".github/workflows"))) {
    const lines = (await read(`.github/workflows/${name}`)).split("\n");
    const installs = lines.filter((line) => /\b(?:npm|pnpm|yarn) (?:install|ci|i|add)\b/.test(line));
    expect(installs.filter((line) => !line.includes("pnpm install --frozen-lockfile"))).toEqual([]);
  }
});
