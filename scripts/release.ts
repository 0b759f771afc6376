/**
 * `pnpm release --dry-run` rehearses a release in a copy of the repository, with a registry on loopback, and makes a payment
 * with the result. The release workflow runs `version` and `pack DIR` here, and publishes with `publish.ts`.
 */
import { parseArgs } from "node:util";
import { writeBillOfMaterials } from "./release/bill-of-materials.ts";
import { dryRun } from "./release/dry-run.ts";
import { packAll } from "./release/pack.ts";
import { versionAll } from "./release/version.ts";

const usage = `pnpm release --dry-run
pnpm release version
pnpm release pack DIR

  --dry-run       rehearses a release in a copy of the repository, with a registry on loopback and the mock
  version         sets the versions and writes the changelogs that the changesets declare
  pack DIR        packs the built packages into DIR, with their bill of materials

To publish the tarballs in DIR, run \`node scripts/publish.ts DIR\`, which needs no dependency (Node 22.18 or later).`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [command, folder] = positionals;
  if (values["dry-run"]) await dryRun(console.log);
  else if (command === "version") await versionAll(".");
  else if (command === "pack" && folder) {
    for (const { file } of await packAll(".", folder)) console.log(file);
    console.log(await writeBillOfMaterials(".", folder));
  } else {
    console.log(usage);
    if (!values.help) process.exitCode = 2;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
