import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Bump } from "../changes.ts";
import { greatestBumps, readChangesets } from "../changesets.ts";
import { lastRelease, readAt } from "../revision.ts";
import { printApi } from "./api-report.ts";
import { type EntryPoint, findEntryPoints } from "./entry-points.ts";
import { type Break, compileLastRelease } from "./last-release.ts";
import { checkSizes, measureSizes, type Sizes, sizesAsMarkdown, updateSizes } from "./sizes.ts";

/** The problems of the built packages. */
export interface PackagesCheck {
  /** A sentence for each problem, with what to do. */
  readonly problems: readonly string[];
  /** The whole report as Markdown. */
  readonly report: string;
}

/**
 * Checks the built packages: their sizes against the budgets, their public API against the committed report, and that code
 * which compiled with the last release still compiles. `update` writes the present sizes and public API first.
 */
export async function gatePackages(root: string, base: string, update: boolean): Promise<PackagesCheck> {
  const entries = await findEntryPoints(root);
  const measured = await measureSizes(entries);
  if (update) for (const own of byPackage(entries)) await writeApi(own, measured);

  const committed: Sizes = Object.assign({}, ...(await Promise.all(byPackage(entries).map(committedSizes))));
  const before = byPackage(entries).map((own) => readAt(root, base, `${relative(root, own)}/sizes.json`));
  const baseSizes: Sizes = Object.assign({}, ...(await Promise.all(before)).map((text) => JSON.parse(text ?? "{}")));
  const release = await lastRelease(root, base);
  const breaks = await compileLastRelease(root, release, entries);
  const declared = greatestBumps(await readChangesets(root));

  const problems = [
    ...checkSizes(measured, committed),
    ...(await Promise.all(byPackage(entries).map((own) => checkApi(root, own)))).flat(),
    ...breaks.filter((one) => !isDeclared(one, declared)).map((one) => breakProblem(one, release)),
  ];
  const summary = problems.length === 0 ? "No problems." : problems.map((one) => `- ${one}`).join("\n");
  const declaredBreaks =
    breaks.length > 0 && problems.length === 0 ? `Breaking changes, declared as a major: ${breaks.length}.\n\n` : "";
  return {
    problems,
    report: `# What this does to the packages\n\n${summary}\n\n${declaredBreaks}${sizesAsMarkdown(measured, committed, baseSizes)}\n`,
  };
}

/** The entry points of each package. */
function byPackage(entries: readonly EntryPoint[]): EntryPoint[][] {
  const names = [...new Set(entries.map((entry) => entry.package))];
  return names.map((name) => entries.filter((entry) => entry.package === name));
}

const apiFolder = (own: readonly EntryPoint[]): string => path.join(own[0]?.folder ?? "", "api");
const relative = (root: string, own: readonly EntryPoint[]): string =>
  path.relative(root, apiFolder(own)).replaceAll(path.sep, "/");

/** The report of a package's public API, as committed. */
export function apiReport(own: readonly EntryPoint[]): string {
  const note = "Written by `pnpm gate packages --update` from the build. A change here is a change for users.";
  return `# The public API of ${own[0]?.package}\n\n${note}\n\n${printApi(own)}`;
}

async function writeApi(own: readonly EntryPoint[], measured: ReadonlyMap<string, number>): Promise<void> {
  const folder = apiFolder(own);
  const sizes = new Map(own.map(({ name }) => [name, measured.get(name) ?? 0]));
  const updated = Object.entries(updateSizes(sizes, await committedSizes(own)));
  const lines = updated.map(([name, { size, budget }]) => `  "${name}": { "size": ${size}, "budget": ${budget} }`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "sizes.json"), `{\n${lines.join(",\n")}\n}\n`);
  await writeFile(path.join(folder, "report.md"), apiReport(own));
}

async function committedSizes(own: readonly EntryPoint[]): Promise<Sizes> {
  return JSON.parse(await readFile(path.join(apiFolder(own), "sizes.json"), "utf8").catch(() => "{}"));
}

async function checkApi(root: string, own: readonly EntryPoint[]): Promise<string[]> {
  const committed = (await readFile(path.join(apiFolder(own), "report.md"), "utf8").catch(() => "")).split("\n");
  const now = apiReport(own).split("\n");
  const at = now.findIndex((line, index) => line !== committed[index]);
  if (at === -1 && now.length === committed.length) return [];
  const place = `${relative(root, own)}/report.md:${at + 1}`;
  return [`${place} differs from the package's public API: \`${now[at]}\`. \`pnpm gate packages --update\` writes it.`];
}

function isDeclared({ packages }: Break, declared: ReadonlyMap<string, Bump>): boolean {
  return packages.some((name) => declared.get(name) === "major");
}

function breakProblem({ file, line, message, packages }: Break, release: string): string {
  const users = packages.length > 0 ? packages.join(" and ") : "the packages";
  return `${file}:${line} compiled at ${release} and no longer does: ${message} This breaks users of ${users}. Keep the old API, or declare a major with \`pnpm changeset\`.`;
}
