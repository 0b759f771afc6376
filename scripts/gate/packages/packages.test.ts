import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { publishedPackages } from "../../release/published-packages.ts";
import { copyWorkspace, type Scratch } from "../../scratch.ts";
import { type EntryPoint, findEntryPoints } from "./entry-points.ts";
import { apiReport, gatePackages } from "./gate-packages.ts";
import { compileLastRelease } from "./last-release.ts";
import { checkSizes, measureSizes, raisedBudgets, updateSizes } from "./sizes.ts";

/** The gate of the packages, in a copy of the repository whose base is the committed build. */

const workspace = path.resolve(import.meta.dirname, "../../..");
const published = publishedPackages(workspace);
let scratch: Scratch;
/** A copy of the build, which each test starts from. */
let built: string;
let entries: EntryPoint[];
const git = (...args: string[]) => execFileSync("git", args, { cwd: scratch.root, encoding: "utf8" });
const commit = (message: string) =>
  git("-c", "user.name=Test", "-c", "user.email=test@vinr.example", "commit", "-q", "--allow-empty", "-m", message);

beforeAll(async () => {
  scratch = copyWorkspace({ built: true });
  built = path.join(scratch.root, "built");
  for (const { folder } of published)
    cpSync(path.join(workspace, folder, "dist"), path.join(built, folder), { recursive: true });
  restore();
  git("init", "--quiet", "--initial-branch=main");
  commit("nothing yet");
  await gatePackagesUpdating(true);
  // Only the examples that use no other library; the test of the workspace itself compiles all of them.
  git(
    "add",
    "examples/first-payment",
    "examples/guides",
    "examples/operations",
    "packages",
    ".changeset",
    "spec/openapi.yaml",
    "scripts/emit",
    "scripts/generators",
    "scripts/read",
  );
  commit("base");
  entries = await findEntryPoints(scratch.root);
});

afterAll(() => scratch?.remove());

beforeEach(() => {
  restore();
  git("checkout", "--quiet", "--", ".");
  git("clean", "--quiet", "--force", ".changeset");
});

function restore(): void {
  for (const { folder } of published) {
    const dist = path.join(scratch.root, folder, "dist");
    rmSync(dist, { recursive: true, force: true });
    cpSync(path.join(built, folder), dist, { recursive: true });
  }
}

async function edit(file: string, find: string | RegExp, replacement: string): Promise<void> {
  const place = path.join(scratch.root, file);
  const before = await readFile(place, "utf8");
  const after = before.replaceAll(find, replacement);
  expect(after).not.toBe(before);
  await writeFile(place, after);
}

const gatePackagesUpdating = (update: boolean) => gatePackages(scratch.root, "HEAD", update);
const ofPackage = (name: string) => entries.filter((entry) => entry.package === name);
const declare = (changeset: string) =>
  writeFile(path.join(scratch.root, ".changeset/a.md"), `---\n${changeset}\n---\n`);

test("passes without a change, and every entry point keeps its size", async () => {
  const { problems, report } = await gatePackagesUpdating(false);
  expect(problems).toEqual([]);
  expect(report).toContain(`Entry points with the same size as before: ${entries.length}.`);
});

test("finds the entry points of package.json, wildcards expanded", () => {
  const names = entries.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["@vinr/types", "@vinr/client/webhooks", "@vinr/validators/payment"]));
  expect(names.filter((name) => name.includes("*") || name.includes("package.json"))).toEqual([]);
});

test("reports an entry point over its budget, with the difference from the base", async () => {
  const bulk = Array.from({ length: 2000 }, (_, index) => ((index * 2654435761) >>> 0).toString(36)).join("");
  await appendFile(path.join(scratch.root, "packages/client/dist/webhooks.js"), `\nexport const bulk = "${bulk}";\n`);
  const { problems, report } = await gatePackagesUpdating(false);
  expect(problems).toEqual([
    expect.stringMatching(/^@vinr\/client\/webhooks takes \d+ bytes, \d+ over its budget of \d+\. Make it smaller/),
  ]);
  expect(report).toMatch(/\| @vinr\/client\/webhooks \| \d+ \| \d+ \| \+\d+ \| \d+ \|/);
});

describe("updateSizes", () => {
  const measured = new Map([
    ["@vinr/old", 5000],
    ["@vinr/new", 1000],
  ]);
  const committed = { "@vinr/old": { size: 20, budget: 100 } };

  it("raises no existing budget without a reason, and sets one for a new entry point", () => {
    const updated = updateSizes(measured, committed, false);
    expect(updated).toEqual({ "@vinr/old": { size: 5000, budget: 100 }, "@vinr/new": { size: 1000, budget: 1100 } });
    expect(checkSizes(measured, updated)).toEqual([expect.stringContaining("4900 over its budget of 100")]);
  });

  it("raises a budget where the specification explains the growth", () => {
    const updated = updateSizes(measured, committed, true);
    expect(updated["@vinr/old"]).toEqual({ size: 5000, budget: 5500 });
    expect(raisedBudgets(committed, updated)).toEqual([
      "The budget of @vinr/old was raised from 100 to 5500 bytes: the specification's change explains it.",
    ]);
  });

  it.each([
    [1009, 1000],
    [991, 1000],
    [1010, 1010],
    [990, 990],
  ])("of a size that moved from 1000 to %d, commits %d", (size, kept) => {
    const updated = updateSizes(new Map([["a", size]]), { a: { size: 1000, budget: 1200 } }, false);
    expect(updated).toEqual({ a: { size: kept, budget: 1200 } });
  });
});

test("an update raises the budget that an enum in a request outgrew, and not that of changed code", async () => {
  const validator = "packages/validators/dist/generated/refund-reason.js";
  const bulk = Array.from({ length: 2000 }, (_, index) => ((index * 2654435761) >>> 0).toString(36)).join("");
  await appendFile(path.join(scratch.root, validator), `\nconsole.log("${bulk}");\n`);
  const codeOnly = await gatePackagesUpdating(true);
  expect(codeOnly.problems).toEqual(expect.arrayContaining([expect.stringContaining("over its budget")]));
  git("checkout", "--quiet", "--", "packages");

  await appendFile(path.join(scratch.root, "spec/openapi.yaml"), "# A new value.\n");
  const { problems, report } = await gatePackagesUpdating(true);
  expect(problems).toEqual([]);
  expect(report).toMatch(/The budget of @vinr\/validators\/[\w-]+ was raised from \d+ to \d+ bytes/);

  git("checkout", "--quiet", "--", "packages");
  await appendFile(path.join(scratch.root, "packages/client/src/index.ts"), "// Code of our own.\n");
  const both = await gatePackagesUpdating(true);
  expect(both.problems).toEqual(expect.arrayContaining([expect.stringContaining("over its budget")]));
});

test("reports the conflict markers of a merge in what it writes, and an update resolves them", async () => {
  const file = path.join(scratch.root, "packages/client/api/sizes.json");
  const committed = await readFile(file, "utf8");
  const [first = ""] = /^ {2}"@vinr\/client": .*\n/m.exec(committed) ?? [];
  const conflict = `<<<<<<< HEAD\n${first}=======\n${first.replace(/"size": \d+/, '"size": 1')}>>>>>>> other\n`;
  await writeFile(file, committed.replace(first, conflict));
  const report = path.join(scratch.root, "packages/client/api/report.md");
  await writeFile(report, `<<<<<<< HEAD\n${await readFile(report, "utf8")}=======\n>>>>>>> other\n`);

  const { problems } = await gatePackagesUpdating(false);
  expect(problems).toEqual([
    "packages/client/api/sizes.json has the conflict markers of a merge. `pnpm gate packages --update` resolves them.",
    expect.stringContaining("@vinr/client takes"),
    expect.stringContaining("packages/client/api/report.md:1 differs"),
  ]);
  expect((await gatePackagesUpdating(true)).problems).toEqual([]);
  expect(await readFile(file, "utf8")).not.toMatch(/[<=>]{7}/);
  expect(JSON.parse(await readFile(file, "utf8"))["@vinr/client"].budget).toBe(
    JSON.parse(committed)["@vinr/client"].budget,
  );
});

test("reports a changed signature with its line, behind a wildcard too", async () => {
  const before = ["@vinr/client", "@vinr/validators"].map((name) => apiReport(ofPackage(name)));
  await edit("packages/client/dist/webhooks/sign-payload.d.ts", "timestamp?: number", "timestamp?: Date");
  await edit(
    "packages/validators/dist/generated/payment.d.ts",
    "isPayment(value: unknown)",
    "isPayment(value: object)",
  );
  for (const [index, name] of ["@vinr/client", "@vinr/validators"].entries())
    expect(apiReport(ofPackage(name))).not.toBe(before[index]);

  const { problems } = await gatePackagesUpdating(false);
  expect(problems.filter((problem) => problem.includes("report.md"))).toEqual([
    expect.stringMatching(/^packages\/client\/api\/report\.md:\d+ differs from .*timestamp\?: Date/),
    expect.stringMatching(/^packages\/validators\/api\/report\.md:\d+ differs from .*isPayment\(value: object\)/),
  ]);
  await gatePackagesUpdating(true);
  expect(git("diff", "--unified=0", "--", "packages/validators/api")).toMatch(/^\+.*isPayment\(value: object\)/m);
});

test("report and sizes show that an entry point behind a wildcard is gone", async () => {
  const before = apiReport(ofPackage("@vinr/validators"));
  rmSync(path.join(scratch.root, "packages/validators/dist/generated/payment-status.d.ts"));
  const left = (await findEntryPoints(scratch.root)).filter((entry) => entry.package === "@vinr/validators");
  expect(before).toContain("### @vinr/validators/payment-status\n");
  expect(apiReport(left)).not.toContain("### @vinr/validators/payment-status\n");
  const committed = { "@vinr/validators/payment-status": { size: 1, budget: 1 } };
  expect(checkSizes(new Map(), committed)[0]).toContain("@vinr/validators/payment-status is no longer an entry point.");
});

test("the public API includes deprecations but no other comments", async () => {
  const before = apiReport(ofPackage("@vinr/types"));
  await edit(
    "packages/types/dist/generated/openapi.d.ts",
    "export type PaymentStatus",
    "/** Other words. */\nexport type PaymentStatus",
  );
  expect(apiReport(ofPackage("@vinr/types"))).toBe(before);
  await edit("packages/types/dist/generated/openapi.d.ts", "/** Other words. */", "/** @deprecated Use words. */");
  expect(apiReport(ofPackage("@vinr/types"))).not.toBe(before);
});

test("a renamed type breaks the last release's code, until a major declares it", async () => {
  await edit("packages/types/dist/generated/openapi.d.ts", /\bSettlement\b(?=[;,\s[{])/g, "Payout");
  const breaks = await compileLastRelease(scratch.root, "HEAD", entries);
  expect(breaks[0]).toMatchObject({
    file: expect.stringMatching(/^(examples|packages)\//),
    message: expect.stringContaining("has no exported member named 'Settlement'"),
    packages: [expect.stringMatching(/^@vinr\/(types|client)$/)],
  });

  const red = await gatePackagesUpdating(true);
  expect(red.problems[0]).toMatch(/compiled at HEAD and no longer does: .*Settlement.* or declare a major/);
  await declare('"@vinr/types": major\n"@vinr/client": major');
  expect((await gatePackagesUpdating(true)).problems).toEqual([]);
});

test("a new required option breaks an example although the specification is the same", async () => {
  await edit(
    "packages/client/dist/config/config.d.ts",
    /(interface VinrCoreOptions[^{]*\{)/g,
    "$1\n    readonly region: string;",
  );
  const breaks = await compileLastRelease(scratch.root, "HEAD", entries);
  expect(breaks.filter(({ file }) => file.startsWith("examples/")).map(({ message }) => message)).toEqual(
    expect.arrayContaining([expect.stringContaining("region")]),
  );
});

test("a new optional property, type or enum value breaks no code", async () => {
  const types = "packages/types/dist/generated/openapi.d.ts";
  await edit(types, "export interface Payment {", "export interface Payment {\n    locale?: string;");
  await appendFile(path.join(scratch.root, types), "\nexport type Locale = string;\n");
  await edit(types, '"requested_by_customer"', '"requested_by_customer" | "other"');
  expect(await compileLastRelease(scratch.root, "HEAD", entries)).toEqual([]);
});

test("the size of an entry point includes all it imports", async () => {
  const sizes = await measureSizes(ofPackage("@vinr/client"));
  const whole = sizes.get("@vinr/client") ?? 0;
  expect(whole).toBeGreaterThan(sizes.get("@vinr/client/webhooks") ?? whole);
});
