/**
 * `pnpm release --dry-run`: a whole release in a copy of the repository, to a registry on loopback, and the result tried as
 * a merchant would. `version`, `pack DIR` and `publish DIR` are the steps that the release workflow takes.
 */
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { dryRun } from "./release/dry-run.ts";
import { packAll, readTarballs } from "./release/pack.ts";
import { publishAll } from "./release/publish.ts";
import { versionAll } from "./release/version.ts";

const usage = `pnpm release --dry-run
pnpm release version
pnpm release pack DIR
pnpm release publish DIR [--registry URL] [--provenance]

  --dry-run       versions, packs, publishes to a registry on loopback, installs and pays against the mock; in a copy
  version         gives the packages the versions that the changesets declare, with their changelogs
  pack DIR        packs the built packages into DIR
  publish DIR     publishes what DIR holds; run again after a failure, it sends only what is missing
  --registry URL  where to (default: the registry that npm is set to)
  --provenance    signs where the tarballs come from; needs the identity of a GitHub workflow`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean", default: false },
      registry: { type: "string" },
      provenance: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [command, folder] = positionals;
  if (values["dry-run"]) await dryRun(console.log);
  else if (command === "version") await versionAll(".");
  else if (command === "pack" && folder) for (const { file } of await packAll(".", folder)) console.log(file);
  else if (command === "publish" && folder) {
    const args = values.provenance ? ["--provenance"] : [];
    const registry = values.registry ?? execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
    const done = await publishAll(await readTarballs(".", folder), { registry, args, cwd: folder });
    for (const { name, version, integrity, sent } of done)
      console.log(`${sent ? "sent" : "there"}  ${name} ${version}  ${integrity}`);
  } else {
    console.log(usage);
    if (!values.help) process.exitCode = 2;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
