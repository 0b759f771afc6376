/**
 * `pnpm gate` rates the changes of the specification and checks that `info.version` and the changesets match them.
 * `pnpm gate packages` checks the built packages: sizes, public API and compatibility with the last release.
 * `pnpm changeset:suggest` is `pnpm gate --suggest`, which sets `info.version` and writes the missing changeset.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { readAllReminders } from "./gate/all-reminders.ts";
import { gateSpec, specFile } from "./gate/gate-spec.ts";
import { incomplete, overdue } from "./gate/reminders.ts";
import { diffAsMarkdown, problemOf, reportAsAnnotations, reportAsMarkdown, warningOf } from "./gate/report.ts";
import { suggest } from "./gate/suggest.ts";
import { buildPackages } from "./release/build.ts";

const usage = `pnpm gate [--base main] [--report FILE] [--github]
pnpm gate --suggest [--base main]
pnpm gate --diff [--base main] [--report FILE]
pnpm gate packages [--base main] [--report FILE] [--update]

Compares spec/openapi.yaml with that of another Git revision, rates each change, and fails unless info.version and the
changesets declare what the changes require. With \`packages\`, builds the packages and checks their sizes against the budgets,
their public API against the committed report, and that the last release's type tests and examples still compile.

  --base REF      the revision to compare with (default main)
  --report FILE   also writes the report to a file, as Markdown
  --github        also prints annotations for a GitHub pull request
  --suggest       instead of the report, sets info.version and writes the missing changeset
  --diff          instead of the report, prints only the changes, as a release shows them
  --update        writes the packages' sizes and public API to packages/*/api`;

interface Options {
  readonly base: string;
  readonly report?: string | undefined;
  readonly github: boolean;
  readonly suggest: boolean;
  readonly diff: boolean;
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
      diff: { type: "boolean", default: false },
      update: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [subject, ...rest] = positionals;
  if (values.help) console.log(usage);
  else if (subject === undefined && values.suggest) process.exitCode = await suggestBumps(values.base);
  else if (subject === undefined && values.diff) await showDiff(values);
  else if (subject === undefined) process.exitCode = await runSpecGate(values);
  else if (subject === "packages" && rest.length === 0) process.exitCode = await runPackagesGate(values);
  else throw new Error(`Unknown arguments: \`${positionals.join(" ")}\`.\n\n${usage}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function runSpecGate(options: Options): Promise<number> {
  const { comparison, bumps, brokenPromises } = await gateSpec(".", options.base);
  const reminders = await readAllReminders(".");
  const problems = [...brokenPromises, ...bumps.problems, ...incomplete(reminders).map(problemOf)];
  const warnings = overdue(reminders, new Date().toISOString().slice(0, 10));
  await show(reportAsMarkdown(comparison, problems, warnings.map(warningOf)), options.report);
  if (options.github) console.log(reportAsAnnotations(comparison, specFile, warnings));
  return problems.length === 0 ? 0 : 1;
}

async function showDiff({ base, report }: Options): Promise<void> {
  const { comparison } = await gateSpec(".", base);
  await show(diffAsMarkdown(comparison), report);
}

async function suggestBumps(base: string): Promise<number> {
  const { said, problems: broken } = await suggest(".", base);
  const problems = [...broken, ...incomplete(await readAllReminders(".")).map(problemOf)];
  console.log([...said, ...problems].join("\n"));
  return problems.length === 0 ? 0 : 1;
}

async function runPackagesGate({ base, report, update }: Options): Promise<number> {
  // Imported only here: it loads a compiler and a bundler, which the specification's gate does not need.
  const { gatePackages } = await import("./gate/packages/gate-packages.ts");
  await buildPackages(path.resolve("."));
  const result = await gatePackages(path.resolve("."), base, update);
  await show(result.report, report);
  return result.problems.length === 0 ? 0 : 1;
}

async function show(report: string, file: string | undefined): Promise<void> {
  console.log(report);
  if (file !== undefined) await writeFile(file, report);
}
