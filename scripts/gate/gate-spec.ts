import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Agreement, agree } from "./agreement.ts";
import { readChangesets } from "./changesets.ts";
import { type Comparison, compare, readVersion } from "./compare.ts";
import { readAt } from "./revision.ts";

export const specFile = "spec/openapi.yaml";

/**
 * Compares the specification with the one of a Git revision, and holds `info.version` and the changesets against it.
 *
 * @throws {Error} where the revision is not there or has no specification.
 */
export async function gateSpec(root: string, base: string): Promise<{ comparison: Comparison; agreement: Agreement }> {
  const before = await readAt(root, base, specFile);
  if (before === undefined)
    throw new Error(`There is no ${specFile} at the revision ${base}; fetch it, or name another with --base.`);
  const now = await readFile(path.join(root, specFile), "utf8");
  const comparison = await compare(await readVersion(before), await readVersion(now));
  return { comparison, agreement: agree(comparison, await readChangesets(path.join(root, ".changeset"))) };
}
