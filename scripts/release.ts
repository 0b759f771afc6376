/**
 * `pnpm release --dry-run` rehearses a release in a copy of the repository, with a registry on loopback, and makes a payment
 * with the result. The release workflow runs `version`, `pack DIR` and `publish DIR`.
 */
import { parseArgs } from "node:util";
import { execa } from "execa";
import { dryRun } from "./release/dry-run.ts";
import { packAll, readTarballs } from "./release/pack.ts";
import { publishAll } from "./release/publish.ts";
import { versionAll } from "./release/version.ts";

const usage = `pnpm release --dry-run
pnpm release version
pnpm release pack DIR
pnpm release publish DIR [--registry URL] [--provenance]

  --dry-run       rehearses a release in a copy of the repository, with a registry on loopback and the mock
  version         sets the versions and writes the changelogs that the changesets declare
  pack DIR        packs the built packages into DIR
  publish DIR     publishes the tarballs in DIR; after a failure, run it again to send the rest
  --registry URL  the registry to publish to (default: npm's own setting)
  --provenance    attaches provenance; works only in a GitHub workflow`;

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
    const registry = values.registry ?? (await execa("npm", ["config", "get", "registry"])).stdout;
    const done = await publishAll(await readTarballs(".", folder), { registry, args, cwd: folder });
    for (const { name, version, integrity, sent } of done)
      console.log(`${sent ? "published" : "unchanged"}  ${name} ${version}  ${integrity}`);
  } else {
    console.log(usage);
    if (!values.help) process.exitCode = 2;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
