import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Bump } from "../changes.ts";
import { readChangesets } from "../changesets.ts";
import { lastRelease, readAt } from "../revision.ts";
import { printApi } from "./api-report.ts";
import { type EntryPoint, findEntryPoints } from "./entry-points.ts";
import { judgeSizes, measureSizes, type Sizes, sizesAsMarkdown, updateSizes } from "./sizes.ts";
import { type Break, compileYesterday } from "./yesterday.ts";

/** What the built packages are held to, and where they fall short. */
export interface PackagesVerdict {
  /** What is wrong and what to do, a sentence each. */
  readonly complaints: readonly string[];
  /** All of it as Markdown, for a person. */
  readonly report: string;
}

/**
 * Holds the built packages against their budgets, their committed surface, and the code of merchants that compiled with them
 * at a Git revision. With `update`, the sizes and the surface are written down as they are now.
 */
export async function gatePackages(root: string, base: string, update: boolean): Promise<PackagesVerdict> {
  const entries = await findEntryPoints(root);
  const measured = await measureSizes(entries);
  if (update) for (const own of byPackage(entries)) await writeDown(own, measured);

  const committed: Sizes = Object.assign({}, ...(await Promise.all(byPackage(entries).map(committedSizes))));
  const before = byPackage(entries).map((own) => readAt(root, base, `${relative(root, own)}/sizes.json`));
  const baseSizes: Sizes = Object.assign({}, ...(await Promise.all(before)).map((text) => JSON.parse(text ?? "{}")));
  const release = await lastRelease(root, base);
  const breaks = await compileYesterday(root, release, entries);
  const declared = await readChangesets(path.join(root, ".changeset"));

  const complaints = [
    ...judgeSizes(measured, committed),
    ...(await Promise.all(byPackage(entries).map((own) => judgeApi(root, own)))).flat(),
    ...breaks.filter((one) => !isMeant(one, declared)).map((one) => complain(one, release)),
  ];
  const verdict = complaints.length === 0 ? "All is as agreed." : complaints.map((one) => `- ${one}`).join("\n");
  const meant = breaks.length > 0 && complaints.length === 0 ? `${breaks.length} breaks, declared as a major.\n\n` : "";
  return {
    complaints,
    report: `# What this does to the packages\n\n${verdict}\n\n${meant}${sizesAsMarkdown(measured, committed, baseSizes)}\n`,
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

/** The report of a package's surface, as it is committed. */
export function apiReport(own: readonly EntryPoint[]): string {
  const made = "Written by `pnpm gate packages --update` from what is built. A change here is a change for users.";
  return `# The surface of ${own[0]?.package}\n\n${made}\n\n${printApi(own)}`;
}

async function writeDown(own: readonly EntryPoint[], measured: ReadonlyMap<string, number>): Promise<void> {
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

async function judgeApi(root: string, own: readonly EntryPoint[]): Promise<string[]> {
  const committed = (await readFile(path.join(apiFolder(own), "report.md"), "utf8").catch(() => "")).split("\n");
  const now = apiReport(own).split("\n");
  const at = now.findIndex((line, index) => line !== committed[index]);
  if (at === -1 && now.length === committed.length) return [];
  const place = `${relative(root, own)}/report.md:${at + 1}`;
  return [`${place} is not what the package exports now: \`${now[at]}\`. \`pnpm gate packages --update\` writes it.`];
}

function isMeant({ packages }: Break, declared: ReadonlyMap<string, Bump>): boolean {
  return packages.some((name) => declared.get(name) === "major");
}

function complain({ file, line, message, packages }: Break, release: string): string {
  const users = packages.length > 0 ? packages.join(" and ") : "the packages";
  return `${file}:${line} compiled at ${release} and does not now: ${message} That breaks users of ${users}: keep what was there, or declare a major with \`pnpm changeset\`.`;
}
