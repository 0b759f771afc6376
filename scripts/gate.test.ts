import { execFile, execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { nextVersion } from "./gate/check-bumps.ts";
import { copyWorkspace, type Scratch } from "./scratch.ts";

// A run of the gate takes seconds, and a story has several.
vi.setConfig({ testTimeout: 120_000 });

/** The gate as an API engineer meets it: in a repository of their own, on a branch with one edit. */

let scratch: Scratch;
/** `info.version` of the base. */
let version: string;
const git = (...args: string[]) => execFileSync("git", args, { cwd: scratch.root, stdio: "pipe" });

beforeAll(async () => {
  scratch = copyWorkspace({ built: true });
  version = parse(await readSpec()).info.version;
  git("init", "--quiet", "--initial-branch=main");
  git("add", "spec", ".changeset");
  git("-c", "user.name=Test", "-c", "user.email=test@vinr.example", "commit", "--quiet", "--message=base");
});

afterAll(() => scratch?.remove());

async function gate(...args: string[]): Promise<{ status: number; output: string }> {
  const command = ["--import", "tsx", "scripts/gate.ts", ...args];
  return promisify(execFile)(process.execPath, command, { cwd: scratch.root }).then(
    ({ stdout, stderr }) => ({ status: 0, output: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      status: error.code,
      output: error.stdout + error.stderr,
    }),
  );
}

const specFile = () => path.join(scratch.root, "spec/openapi.yaml");
const readSpec = () => readFile(specFile(), "utf8");

async function edit(find: string, replacement: string): Promise<void> {
  const before = await readSpec();
  expect(before).toContain(find);
  await writeFile(specFile(), before.replace(find, replacement));
}

async function startOver(): Promise<void> {
  git("checkout", "--quiet", "HEAD", "--", "spec", ".changeset");
  git("clean", "--quiet", "--force", ".changeset");
}

test("nothing changed: green", async () => {
  await startOver();
  expect(await gate()).toMatchObject({ status: 0, output: expect.stringContaining("Nothing changed.") });
  expect(await gate("--suggest")).toEqual({
    status: 0,
    output: "spec/openapi.yaml is unchanged since main and needs no changeset.\n",
  });
});

test("a harmless field is red for lack of a changeset of its own, and green after a suggestion", async () => {
  await startOver();
  await edit(
    "        checkoutUrl:\n",
    "        locale: { type: string, description: A language., maxLength: 5, examples: [de] }\n        checkoutUrl:\n",
  );
  const red = await gate();
  expect(red.status).toBe(1);
  expect(red.output).toContain("They require a **minor** release.");
  expect(red.output).toContain("No changeset on this branch covers @vinr/types; the specification requires a minor.");
  const next = nextVersion(version, "minor");
  const changeset = `.changeset/spec-${next}-schema-payment-locale.md`;
  expect(red.output).toContain(
    `\`info.version\` is ${version}; a minor change after ${version} makes it at least ${next}.`,
  );

  const before = await readSpec();
  expect(await gate("--suggest")).toEqual({
    status: 0,
    output: [
      "The changes of spec/openapi.yaml since main require a minor.",
      `Set info.version from ${version} to ${next}.`,
      `Wrote ${changeset} for @vinr/types, @vinr/client, @vinr/validators, @vinr/server, @vinr/sandbox. Reword it for readers of the changelog.\n`,
    ].join("\n"),
  });
  expect(await readSpec()).toBe(before.replace(`version: "${version}"`, `version: "${next}"`));
  expect(await gate()).toMatchObject({
    status: 0,
    output: expect.stringContaining("The version and the changesets match the changes."),
  });

  const again = await gate("--suggest");
  expect(again.status).toBe(0);
  expect(again.output).toContain(`info.version is ${next} already, after ${version}.`);
  expect(again.output).toContain(`The changesets are already there: ${changeset}.`);
});

test("the diff of a release names the changes alone, and asks for nothing", async () => {
  await startOver();
  await edit("        checkoutUrl:\n", "        checkout_url:\n");
  const { status, output } = await gate("--diff", "--report", "spec-diff.md");
  expect([status, await readFile(path.join(scratch.root, "spec-diff.md"), "utf8")]).toEqual([0, output.slice(0, -1)]);
  expect(output).toMatch(/^# Changes to the API\n\n1 breaking[\s\S]*`checkoutUrl` was renamed to `checkout_url`/);
  expect(output).not.toMatch(/changeset|info\.version|agrees/);
});

test("a breaking field is red, says whom it breaks, and green with a major changeset", async () => {
  await startOver();
  await edit("        checkoutUrl:\n", "        checkout_url:\n");
  const red = await gate("--report", "report.md", "--github");
  expect(red.status).toBe(1);
  expect(red.output).toContain("`checkoutUrl` was renamed to `checkout_url`.");
  expect(red.output).toContain("Breaks: readers and writers of the property.");
  expect(red.output).toMatch(/^::error file=spec\/openapi\.yaml,line=\d+,title=major: vinr\/property-removed::/m);
  expect(await readFile(path.join(scratch.root, "report.md"), "utf8")).toContain("## Breaking");

  await gate("--suggest");
  expect(await gate()).toMatchObject({ status: 0 });
});

test("a revision that does not exist is named", async () => {
  const { status, output } = await gate("--base", "nowhere");
  expect(status).toBe(2);
  expect(output).toContain("spec/openapi.yaml does not exist at the revision nowhere");
});
