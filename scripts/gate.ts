/**
 * `pnpm gate`: what the specification's changes do, to whom, and whether `info.version` and the changesets agree.
 * `pnpm gate packages`: what the changes do to the built packages. `pnpm changeset:suggest` is `pnpm gate --suggest`: it writes
 * the changeset that is missing.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { readAllReminders } from "./gate/all-reminders.ts";
import { writeChangeset } from "./gate/changesets.ts";
import { gateSpec, specFile } from "./gate/gate-spec.ts";
import { due, unfounded } from "./gate/reminders.ts";
import { complaintAbout, reportAsAnnotations, reportAsMarkdown, warningAbout } from "./gate/report.ts";
import { buildPackages } from "./release/build.ts";

const usage = `pnpm gate [--base main] [--report FILE] [--github] [--suggest]
pnpm gate packages [--base main] [--report FILE] [--update]

Compares spec/openapi.yaml with the one of another Git revision, rates each change, and fails unless info.version and the
changesets declare what the changes demand. With \`packages\`, builds the packages and holds them against their size budgets,
their committed surface, and the type tests and examples of the last release.

  --base REF      the revision to compare with (default main)
  --report FILE   writes the report as Markdown, beside printing it
  --github        prints annotations for a pull request
  --suggest       writes the changeset that is missing
  --update        writes the sizes and the surface of the packages down, in packages/*/api`;

interface Options {
  readonly base: string;
  readonly report?: string | undefined;
  readonly github: boolean;
  readonly suggest: boolean;
  readonly update: boolean;
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      base: { type: "string", default: "main" },
      report: { type: "string" },
      github: { type: "boolean", default: false },
      suggest: { type: "boolean", default: false },
      update: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [subject, ...rest] = positionals;
  if (values.help) console.log(usage);
  else if (subject === undefined) process.exitCode = await judgeSpec(values);
  else if (subject === "packages" && rest.length === 0) process.exitCode = await judgePackages(values);
  else throw new Error(`There is no gate for \`${positionals.join(" ")}\`.\n\n${usage}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function judgeSpec(options: Options): Promise<number> {
  const { comparison, agreement } = await gateSpec(".", options.base);
  const reminders = await readAllReminders(".");
  const complaints = [...agreement.complaints, ...unfounded(reminders).map(complaintAbout)];
  const warnings = due(reminders, new Date().toISOString().slice(0, 10));
  await show(reportAsMarkdown(comparison, complaints, warnings.map(warningAbout)), options.report);
  if (options.github) console.log(reportAsAnnotations(comparison, specFile, warnings));
  if (options.suggest && agreement.packages.length > 0) {
    const written = await writeChangeset(".changeset", agreement.packages, comparison);
    console.log(`wrote ${path.relative(".", written)}; put it into words for the readers of the changelog.`);
    if (agreement.version === undefined) return 0;
    console.log(`set info.version in ${specFile} to ${agreement.version}.`);
  }
  return complaints.length === 0 ? 0 : 1;
}

async function judgePackages({ base, report, update }: Options): Promise<number> {
  // Loaded here alone: it brings a compiler and a bundler, which the specification's gate need not wait for.
  const { gatePackages } = await import("./gate/packages/gate-packages.ts");
  await buildPackages(path.resolve("."));
  const verdict = await gatePackages(path.resolve("."), base, update);
  await show(verdict.report, report);
  return verdict.complaints.length === 0 ? 0 : 1;
}

async function show(report: string, file: string | undefined): Promise<void> {
  console.log(report);
  if (file !== undefined) await writeFile(file, report);
}
