import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { publishedFolders } from "../../release/pack.ts";
import { copyWorkspace, type Scratch } from "../../scratch.ts";
import { type EntryPoint, findEntryPoints } from "./entry-points.ts";
import { apiReport, gatePackages } from "./gate-packages.ts";
import { judgeSizes, measureSizes, updateSizes } from "./sizes.ts";
import { compileYesterday } from "./yesterday.ts";

/** The gate of the packages, in a copy of the repository with what is built, committed as the base. */

const workspace = path.resolve(import.meta.dirname, "../../..");
let scratch: Scratch;
/** What `turbo build` has built, set aside: a test changes it, the next one starts from it again. */
let built: string;
let entries: EntryPoint[];
const git = (...args: string[]) => execFileSync("git", args, { cwd: scratch.root, encoding: "utf8" });
const commit = (message: string) =>
  git("-c", "user.name=Test", "-c", "user.email=test@vinr.example", "commit", "-q", "--allow-empty", "-m", message);

beforeAll(async () => {
  scratch = copyWorkspace({ built: true });
  built = path.join(scratch.root, "built");
  for (const folder of publishedFolders)
    cpSync(path.join(workspace, folder, "dist"), path.join(built, folder), { recursive: true });
  restore();
  git("init", "--quiet", "--initial-branch=main");
  commit("nothing yet");
  await gatePackagesUpdating(true);
  // The examples that use no other library: all of them are compiled once, by the test of the workspace itself.
  git("add", "examples/first-payment", "examples/guides", "examples/operations", "packages", ".changeset");
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
  for (const folder of publishedFolders) {
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

test("the committed surface and sizes are those of the packages as they are built", async () => {
  const { complaints } = await gatePackages(workspace, "HEAD", false);
  expect(complaints.filter((complaint) => complaint.includes("`pnpm gate packages --update`"))).toEqual([]);
});

test("nothing changed: green, and every entry point as big as before", async () => {
  const { complaints, report } = await gatePackagesUpdating(false);
  expect(complaints).toEqual([]);
  expect(report).toContain(`${entries.length} entry points are as big as before.`);
});

test("entry points are those of package.json, wildcards written out", () => {
  const names = entries.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["@vinr/types", "@vinr/client/webhooks", "@vinr/validators/payment"]));
  expect(names.filter((name) => name.includes("*") || name.includes("package.json"))).toEqual([]);
});

test("an entry point that grows beyond its budget is red, with the difference from the base", async () => {
  const bulk = Array.from({ length: 2000 }, (_, index) => ((index * 2654435761) >>> 0).toString(36)).join("");
  await appendFile(path.join(scratch.root, "packages/client/dist/webhooks.js"), `\nexport const bulk = "${bulk}";\n`);
  const { complaints, report } = await gatePackagesUpdating(false);
  expect(complaints).toEqual([
    expect.stringMatching(/^@vinr\/client\/webhooks takes \d+ bytes, \d+ over its budget of \d+\. Make it smaller/),
  ]);
  expect(report).toMatch(/\| @vinr\/client\/webhooks \| \d+ \| \d+ \| \+\d+ \| \d+ \|/);
});

test("a budget that stands is not raised by an update, and a new entry point gets one", () => {
  const measured = new Map([
    ["@vinr/old", 5000],
    ["@vinr/new", 1000],
  ]);
  const updated = updateSizes(measured, { "@vinr/old": { size: 20, budget: 100 } });
  expect(updated).toEqual({ "@vinr/old": { size: 5000, budget: 100 }, "@vinr/new": { size: 1000, budget: 1100 } });
  expect(judgeSizes(measured, updated)).toEqual([expect.stringContaining("4900 over its budget of 100")]);
});

test("a changed signature changes the report on its line, behind a wildcard as well", async () => {
  const surfaces = ["@vinr/client", "@vinr/validators"].map((name) => apiReport(ofPackage(name)));
  await edit("packages/client/dist/webhooks/sign-payload.d.ts", "timestamp?: number", "timestamp?: Date");
  await edit(
    "packages/validators/dist/generated/payment.d.ts",
    "isPayment(value: unknown)",
    "isPayment(value: object)",
  );
  for (const [index, name] of ["@vinr/client", "@vinr/validators"].entries())
    expect(apiReport(ofPackage(name))).not.toBe(surfaces[index]);

  const { complaints } = await gatePackagesUpdating(false);
  expect(complaints.filter((complaint) => complaint.includes("report.md"))).toEqual([
    expect.stringMatching(/^packages\/validators\/api\/report\.md:\d+ is not what .*isPayment\(value: object\)/),
    expect.stringMatching(/^packages\/client\/api\/report\.md:\d+ is not what .*timestamp\?: Date/),
  ]);
  await gatePackagesUpdating(true);
  expect(git("diff", "--unified=0", "--", "packages/validators/api")).toMatch(/^\+.*isPayment\(value: object\)/m);
});

test("a door behind a wildcard that is gone is missed by the report and by the sizes", async () => {
  const before = apiReport(ofPackage("@vinr/validators"));
  rmSync(path.join(scratch.root, "packages/validators/dist/generated/payment-status.d.ts"));
  const left = (await findEntryPoints(scratch.root)).filter((entry) => entry.package === "@vinr/validators");
  expect(before).toContain("### @vinr/validators/payment-status\n");
  expect(apiReport(left)).not.toContain("### @vinr/validators/payment-status\n");
  const committed = { "@vinr/validators/payment-status": { size: 1, budget: 1 } };
  expect(judgeSizes(new Map(), committed)[0]).toContain("@vinr/validators/payment-status is no entry point any more.");
});

test("prose is no part of the surface, and a deprecation is", async () => {
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

test("a type that is renamed breaks yesterday's code, until a major says that it is meant", async () => {
  await edit("packages/types/dist/generated/openapi.d.ts", /\bSettlement\b(?=[;,\s[{])/g, "Payout");
  const breaks = await compileYesterday(scratch.root, "HEAD", entries);
  expect(breaks[0]).toMatchObject({
    file: expect.stringMatching(/^(examples|packages)\//),
    message: expect.stringContaining("has no exported member named 'Settlement'"),
    packages: [expect.stringMatching(/^@vinr\/(types|client)$/)],
  });

  const red = await gatePackagesUpdating(true);
  expect(red.complaints[0]).toMatch(/compiled at HEAD and does not now: .*Settlement.* or declare a major/);
  await declare('"@vinr/types": major\n"@vinr/client": major');
  expect((await gatePackagesUpdating(true)).complaints).toEqual([]);
});

test("a required option breaks an example, where the specification does not change at all", async () => {
  await edit(
    "packages/client/dist/config/config.d.ts",
    /(interface VinrCoreOptions[^{]*\{)/g,
    "$1\n    readonly region: string;",
  );
  const breaks = await compileYesterday(scratch.root, "HEAD", entries);
  expect(breaks.filter(({ file }) => file.startsWith("examples/")).map(({ message }) => message)).toEqual(
    expect.arrayContaining([expect.stringContaining("region")]),
  );
});

test("a new optional property, a new type and a value more break nobody", async () => {
  const types = "packages/types/dist/generated/openapi.d.ts";
  await edit(types, "export interface Payment {", "export interface Payment {\n    locale?: string;");
  await appendFile(path.join(scratch.root, types), "\nexport type Locale = string;\n");
  await edit(types, '"requested_by_customer"', '"requested_by_customer" | "other"');
  expect(await compileYesterday(scratch.root, "HEAD", entries)).toEqual([]);
});

test("an entry point counts with all that it loads", async () => {
  const sizes = await measureSizes(ofPackage("@vinr/client"));
  const whole = sizes.get("@vinr/client") ?? 0;
  expect(whole).toBeGreaterThan(sizes.get("@vinr/client/webhooks") ?? whole);
});
