import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { EntryPoint } from "./entry-points.ts";

/** The size of an entry point with all it imports, minified and compressed, and its budget; in bytes. */
export interface Size {
  readonly size: number;
  readonly budget: number;
}

/** Sizes by entry point, as `api/sizes.json` of a package holds them. */
export type Sizes = Readonly<Record<string, Size>>;

/** Measures each entry point as a user's bundler would build it, in bytes. */
export async function measureSizes(entries: readonly EntryPoint[]): Promise<Map<string, number>> {
  const { outputFiles } = await build({
    // One bundle for each entry point, sharing nothing, as separate users would build them.
    entryPoints: entries.map(({ code }, index) => ({ in: code, out: String(index) })),
    outdir: "bundles",
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    // A database's driver is for servers, and may be native: it cannot be bundled for a browser.
    external: ["node:*", "libsql", "pg"],
    logLevel: "silent",
  });
  return new Map(
    outputFiles.map((bundle) => {
      const name = entries[Number(path.basename(bundle.path, ".js"))]?.name ?? "";
      return [name, gzipSync(bundle.contents, { level: 9 }).length];
    }),
  );
}

/**
 * The sizes to commit, with the committed budgets. A new entry point gets a budget a tenth above its size. Only a person raises
 * an existing budget, and says why; unless the specification explains the growth, since then its diff says why. A size that
 * moved by less than a per cent stays as it is committed, so that branches do not conflict over it.
 */
export function updateSizes(
  measured: ReadonlyMap<string, number>,
  committed: Sizes,
  specExplainsGrowth: boolean,
): Record<string, Size> {
  const updated = [...measured].map(([name, size]): [string, Size] => {
    const known = committed[name];
    if (known === undefined) return [name, { size, budget: budgetFor(size) }];
    const isOver = size > known.budget;
    if (isOver) return [name, { size, budget: specExplainsGrowth ? budgetFor(size) : known.budget }];
    return [name, Math.abs(size - known.size) * 100 < known.size ? known : { size, budget: known.budget }];
  });
  return Object.fromEntries(updated);
}

/** A tenth above a size, in whole hundreds of bytes. */
function budgetFor(size: number): number {
  return Math.ceil((size * 1.1) / 100) * 100;
}

/** The text of an `api/sizes.json`. */
export function sizesAsJson(sizes: Sizes): string {
  const lines = Object.entries(sizes).map(
    ([name, { size, budget }]) => `  "${name}": { "size": ${size}, "budget": ${budget} }`,
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}

/**
 * Reads the text of an `api/sizes.json`, even with the conflict markers of a merge: of the two sides, an entry point keeps the
 * greater budget, since each was agreed on.
 */
export function readSizes(text: string): Sizes {
  const sizes: Record<string, Size> = {};
  for (const [, name = "", size, budget] of text.matchAll(/^ *"(.+)": \{ "size": (\d+), "budget": (\d+) \},?$/gm))
    sizes[name] = { size: Number(size), budget: Math.max(Number(budget), sizes[name]?.budget ?? 0) };
  return sizes;
}

/** Whether a merge left its conflict markers in a text. */
export function hasConflictMarkers(text: string): boolean {
  return /^(?:<{7}|>{7}) /m.test(text);
}

/** A sentence for each budget that an update raised. */
export function raisedBudgets(before: Sizes, after: Sizes): string[] {
  return Object.entries(after).flatMap(([name, { budget }]) => {
    const old = before[name]?.budget ?? budget;
    return budget > old
      ? [`The budget of ${name} was raised from ${old} to ${budget} bytes: the specification's change explains it.`]
      : [];
  });
}

/** Checks sizes against their budgets. Returns a sentence for each problem. */
export function checkSizes(measured: ReadonlyMap<string, number>, committed: Sizes): string[] {
  const problems: string[] = [];
  for (const [name, size] of measured) {
    const known = committed[name];
    if (known === undefined) problems.push(`${name} has no budget yet. \`pnpm gate packages --update\` sets one.`);
    else if (size > known.budget)
      problems.push(
        `${name} takes ${size} bytes, ${size - known.budget} over its budget of ${known.budget}. Make it smaller, or raise the budget in api/sizes.json and say why in the pull request.`,
      );
    else if (!isNear(size, known.size))
      problems.push(`${name} takes ${size} bytes, not ${known.size}. \`pnpm gate packages --update\` updates it.`);
  }
  for (const name of Object.keys(committed))
    if (!measured.has(name))
      problems.push(`${name} is no longer an entry point. \`pnpm gate packages --update\` updates it.`);
  return problems;
}

/** Compression differs a little between Node.js versions, and a committed size need not follow every byte. */
function isNear(size: number, other: number): boolean {
  return Math.abs(size - other) <= Math.max(50, other / 50);
}

/** A table of the entry points whose size differs from the base, or a line if none does. */
export function sizesAsMarkdown(measured: ReadonlyMap<string, number>, committed: Sizes, base: Sizes): string {
  const rows = [...measured].flatMap(([name, size]) => {
    const before = base[name]?.size;
    if (before !== undefined && isNear(size, before)) return [];
    const difference = before === undefined ? "new" : signed(size - before);
    return [`| ${name} | ${before ?? "–"} | ${size} | ${difference} | ${committed[name]?.budget ?? "–"} |`];
  });
  const gone = Object.keys(base).filter((name) => !measured.has(name));
  rows.push(...gone.map((name) => `| ${name} | ${base[name]?.size} | – | gone | – |`));
  const same = measured.size + gone.length - rows.length;
  const rest = `Entry points with the same size as before: ${same}.`;
  if (rows.length === 0) return rest;
  return ["| Entry point | Base | Now | Difference | Budget |", "|---|---:|---:|---:|---:|", ...rows, "", rest].join(
    "\n",
  );
}

function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}
