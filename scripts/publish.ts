/**
 * Publishes packed tarballs. The job that npm trusts installs nothing and runs this file, so everything it imports is Node's
 * own or ours: `node scripts/publish.ts DIR`, with Node 22.18 or later, which runs TypeScript as it is.
 */
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { compareAll, publishAll } from "./release/publish.ts";
import { readTarballs } from "./release/tarballs.ts";

const usage = `node scripts/publish.ts DIR [--registry URL] [--provenance]
node scripts/publish.ts DIR --compare [--registry URL]

  DIR             the tarballs of the present versions; after a failure, run it again to send the rest
  --compare       publishes nothing: fails unless the registry has these very bytes
  --registry URL  the registry (default: npm's own setting)
  --provenance    attaches provenance; works only in a GitHub workflow`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      compare: { type: "boolean", default: false },
      registry: { type: "string" },
      provenance: { type: "boolean", default: false },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error(usage);
  const registry = values.registry ?? execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
  const tarballs = await readTarballs(".", folder);
  const args = values.provenance ? ["--provenance"] : [];
  const done = values.compare
    ? await compareAll(tarballs, registry)
    : await publishAll(tarballs, { registry, args, cwd: folder });
  for (const { name, version, integrity, sent } of done)
    console.log(`${sent ? "published" : "unchanged"}  ${name} ${version}  ${integrity}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
