/** `AGENTS.md`, which assistants find in the published packages, is checked against their exports. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as client from "@vinr/client";
import * as kit from "@vinr/client/testing";
import * as validators from "@vinr/validators";
import * as requests from "@vinr/validators/requests";
import { describe, expect, it } from "vitest";

const packages = [
  ["types", {}],
  ["validators", { ...validators, ...requests, constructEvent: client.constructEvent }],
  ["client", { ...client, ...kit }],
] as const;

describe.each(packages)("the rules for assistants in the package %s", (name, exported) => {
  const folder = fileURLToPath(new URL(`../../packages/${name}`, import.meta.url));

  it("are in its tarball", async () => {
    const pack = ["pack", "--dry-run", "--json", "--ignore-scripts"];
    const { stdout } = await promisify(execFile)("npm", pack, { cwd: folder });
    const [{ files }] = JSON.parse(stdout);
    expect(files.map(({ path }: { path: string }) => path)).toContain("AGENTS.md");
  });

  it("name no function that is not exported", async () => {
    const text = await readFile(`${folder}/AGENTS.md`, "utf8");
    const named = [...text.matchAll(/(?<![.\w])([a-z]\w+)\(/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !Object.hasOwn(exported, name))).toEqual([]);
    expect(text).toContain("minor unit");
  });
});
