import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Bump } from "../changes.ts";
import { greatestBumps, readChangesets } from "../changesets.ts";
import { lastRelease, listChanged, readAt } from "../revision.ts";
import { apiAsMarkdown } from "./api-report.ts";
import { type EntryPoint, findEntryPoints } from "./entry-points.ts";
import { type Break, compileLastRelease } from "./last-release.ts";
import {
  checkSizes,
  hasConflictMarkers,
  measureSizes,
  raisedBudgets,
  readSizes,
  type Sizes,
  sizesAsJson,
  sizesAsMarkdown,
  updateSizes,
} from "./sizes.ts";

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
  const raised = update ? await writeApis(root, base, entries, measured) : [];

  const committed: Sizes = Object.assign({}, ...(await Promise.all(byPackage(entries).map(committedSizes))));
  const before = byPackage(entries).map((own) => readAt(root, base, `${relative(root, own)}/sizes.json`));
  const baseSizes: Sizes = Object.assign({}, ...(await Promise.all(before)).map((text) => readSizes(text ?? "")));
  const release = await lastRelease(root, base);
  const breaks = await compileLastRelease(root, release, entries);
  const declared = greatestBumps(await readChangesets(root));

  const problems = [
    ...(await Promise.all(byPackage(entries).map((own) => checkMerge(root, own)))).flat(),
    ...checkSizes(measured, committed),
    ...(await Promise.all(byPackage(entries).map((own) => checkApi(root, own)))).flat(),
    ...breaks.filter((one) => !isDeclared(one, declared)).map((one) => breakProblem(one, release)),
  ];
  const summary = problems.length === 0 ? "No problems." : problems.map((one) => `- ${one}`).join("\n");
  const declaredBreaks =
    breaks.length > 0 && problems.length === 0 ? `Breaking changes, declared as a major: ${breaks.length}.\n\n` : "";
  return {
    problems,
    report: `# Changes to the packages\n\n${summary}\n\n${raised.map((one) => `${one}\n\n`).join("")}${declaredBreaks}${sizesAsMarkdown(measured, committed, baseSizes)}\n`,
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
  return `# The public API of ${own[0]?.package}\n\n${note}\n\n${apiAsMarkdown(own)}`;
}

/** Writes the sizes and the public API of each package; returns a sentence for each budget that it raised. */
async function writeApis(
  root: string,
  base: string,
  entries: readonly EntryPoint[],
  measured: ReadonlyMap<string, number>,
): Promise<string[]> {
  const isExplained = await onlySpecChanged(root, base);
  const raised = byPackage(entries).map(async (own) => {
    const before = await committedSizes(own);
    const sizes = new Map(own.map(({ name }) => [name, measured.get(name) ?? 0]));
    const after = updateSizes(sizes, before, isExplained);
    const folder = apiFolder(own);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, "sizes.json"), sizesAsJson(after));
    await writeFile(path.join(folder, "report.md"), apiReport(own));
    return raisedBudgets(before, after);
  });
  return (await Promise.all(raised)).flat();
}

/** Whether the specification differs from a revision, and nothing else that the packages are built from does. */
async function onlySpecChanged(root: string, base: string): Promise<boolean> {
  const changed = await listChanged(
    root,
    base,
    "spec/openapi.yaml",
    "packages",
    "scripts/emit",
    "scripts/generators",
    "scripts/read",
  );
  const isCode = (file: string): boolean => !/\/(?:generated|api|test)\/|\.test(?:-d)?\.ts$|\.md$/.test(file);
  return changed.includes("spec/openapi.yaml") && changed.filter(isCode).length === 1;
}

async function readApiFile(own: readonly EntryPoint[], file: string): Promise<string> {
  return readFile(path.join(apiFolder(own), file), "utf8").catch(() => "");
}

async function committedSizes(own: readonly EntryPoint[]): Promise<Sizes> {
  return readSizes(await readApiFile(own, "sizes.json"));
}

async function checkMerge(root: string, own: readonly EntryPoint[]): Promise<string[]> {
  if (!hasConflictMarkers(await readApiFile(own, "sizes.json"))) return [];
  const place = `${relative(root, own)}/sizes.json`;
  return [`${place} has the conflict markers of a merge. \`pnpm gate packages --update\` resolves them.`];
}

async function checkApi(root: string, own: readonly EntryPoint[]): Promise<string[]> {
  const committed = (await readApiFile(own, "report.md")).split("\n");
  const now = apiReport(own).split("\n");
  const at = now.findIndex((line, index) => line !== committed[index]);
  if (at === -1 && now.length === committed.length) return [];
  const place = `${relative(root, own)}/report.md:${at + 1}`;
  return [
    `${place} differs from the package's public API: \`${now[at]}\`. Run \`pnpm gate packages --update\` to write it.`,
  ];
}

function isDeclared({ packages }: Break, declared: ReadonlyMap<string, Bump>): boolean {
  return packages.some((name) => declared.get(name) === "major");
}

function breakProblem({ file, line, message, packages }: Break, release: string): string {
  const users = packages.length > 0 ? packages.join(" and ") : "the packages";
  return `${file}:${line} compiled at ${release} and no longer does: ${message} This breaks users of ${users}. Keep the old API, or declare a major with \`pnpm changeset\`.`;
}
