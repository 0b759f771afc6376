/**
 * `pnpm gate`: what the specification's changes do, to whom, and whether `info.version` and the changesets agree.
 * `pnpm changeset:suggest` is `pnpm gate --suggest`: it writes the changeset that is missing.
 */
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { agree } from "./gate/agreement.ts";
import { readChangesets, writeChangeset } from "./gate/changesets.ts";
import { compare } from "./gate/compare.ts";
import { reportAsAnnotations, reportAsMarkdown } from "./gate/report.ts";

const usage = `pnpm gate [--base main] [--report FILE] [--github] [--suggest]

Compares spec/openapi.yaml with the one of another Git revision, rates each change, and fails unless info.version and the
changesets declare what the changes demand.

  --base REF      the revision to compare with (default main)
  --report FILE   writes the report as Markdown, beside printing it
  --github        prints annotations for a pull request
  --suggest       writes the changeset that is missing`;

const file = "spec/openapi.yaml";
const folder = ".changeset";

try {
  const { values } = parseArgs({
    options: {
      base: { type: "string", default: "main" },
      report: { type: "string" },
      github: { type: "boolean", default: false },
      suggest: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) console.log(usage);
  else process.exitCode = await run(values);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function run(options: {
  base: string;
  report?: string | undefined;
  github: boolean;
  suggest: boolean;
}): Promise<number> {
  const comparison = await compare(showAt(options.base), await readFile(file, "utf8"));
  const agreement = agree(comparison, await readChangesets(folder));
  const report = reportAsMarkdown(comparison, agreement);
  console.log(report);
  if (options.report) await writeFile(options.report, report);
  if (options.github) console.log(reportAsAnnotations(comparison, file));
  if (options.suggest && agreement.packages.length > 0) {
    const written = await writeChangeset(folder, agreement.packages, comparison);
    console.log(`wrote ${path.relative(".", written)}; put it into words for the readers of the changelog.`);
    if (agreement.version === undefined) return 0;
    console.log(`set info.version in ${file} to ${agreement.version}.`);
  }
  return agreement.complaints.length === 0 ? 0 : 1;
}

/** The specification as it was at a revision. */
function showAt(ref: string): string {
  try {
    return execFileSync("git", ["show", "--end-of-options", `${ref}:${file}`], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: 1e8,
    });
  } catch {
    throw new Error(`There is no ${file} at the revision ${ref}; fetch it, or name another with --base.`);
  }
}
