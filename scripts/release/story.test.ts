import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nextVersion } from "../gate/check-bumps.ts";
import { startMock } from "../mock/server.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import { copyWorkspace, type Scratch } from "../scratch.ts";
import { typeCheck } from "../testing.ts";
import { releaseFrom } from "./dry-run.ts";
import { type Registry, startRegistry } from "./registry.ts";
import { type WithoutNetwork, withoutNetwork } from "./testing/without-network.ts";

/**
 * Two releases in a clone: a merchant installs the first, then come a harmless change, a deprecation, a breaking change, the
 * next release and the merchant's upgrade. Each test continues from the one before. There is no network.
 */

const exec = promisify(execFile);
let clone: Scratch;
let folder: string;
let registry: Registry;
let network: WithoutNetwork;
let app: string;
/** The versions before the story, of the first release and of the second: all packages are released together here. */
let versions: readonly [before: string, minor: string, major: string];
const names = ["types", "client", "validators", "server", "sandbox"].map((name) => `@vinr/${name}`);
const git = (...args: string[]) => execFileSync("git", args, { cwd: clone.root, encoding: "utf8" });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "story-"));
  network = await withoutNetwork(folder);
  registry = await startRegistry(folder);
  clone = copyWorkspace({ built: true });
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.name", "Test");
  git("config", "user.email", "test@vinr.example");
  await writeFile(path.join(clone.root, ".git/info/exclude"), "node_modules\n");
  const before = JSON.parse(await read("packages/types/package.json")).version;
  const minor = nextVersion(before, "minor");
  versions = [before, minor, nextVersion(minor, "major")];
  // Also where no change waits for a release, as after the last one.
  const bumps = names.map((name) => `"${name}": minor\n`).join("");
  await writeFile(path.join(clone.root, ".changeset/story.md"), `---\n${bumps}---\n\nThe language of a payment.\n`);
  commit("base");
});

afterAll(async () => {
  network?.restore();
  await registry?.close();
  await rm(folder, { recursive: true, force: true });
  clone?.remove();
});

function commit(message: string): void {
  git("add", "--all");
  git("commit", "--quiet", "--message", message);
}

/** Runs a command of the repository in the clone. */
async function run(script: string, ...args: string[]): Promise<{ status: number; output: string }> {
  return exec(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...args], { cwd: clone.root }).then(
    ({ stdout, stderr }) => ({ status: 0, output: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      status: error.code,
      output: error.stdout + error.stderr,
    }),
  );
}

/** Edits a file of the clone. */
async function edit(name: string, find: string | RegExp, replacement: string): Promise<void> {
  const file = path.join(clone.root, name);
  const before = await readFile(file, "utf8");
  const after = before.replace(find, replacement);
  expect(after).not.toBe(before);
  await writeFile(file, after);
}

const read = (name: string): Promise<string> => readFile(path.join(clone.root, name), "utf8");

async function release(): Promise<string[]> {
  const published = await releaseFrom(clone.root, folder, registry.url, () => undefined);
  commit("chore(release): version packages");
  for (const { name, version } of published) git("tag", `${name.replace("@vinr/", "")}-v${version}`);
  return published.map(({ name, version, sent }) => `${name} ${version} ${sent ? "sent" : "there"}`);
}

/** Type-checks the merchant's program and runs it against a mock of the clone's API. */
async function runApp(): Promise<{ problems: string[]; printed: string }> {
  const spec = await loadSpec(path.join(clone.root, "spec/openapi.yaml"));
  const mock = await startMock({ spec, port: 0 });
  try {
    const { stdout } = await exec(process.execPath, ["index.js", mock.url], { cwd: app });
    return { problems: typeCheck(app), printed: stdout.trim() };
  } finally {
    await mock.close();
  }
}

async function install(...packages: string[]): Promise<void> {
  const options = ["--registry", registry.url, "--cache", path.join(app, ".cache"), "--no-audit", "--no-fund"];
  await exec("npm", ["install", ...packages, ...options], { cwd: app });
}

test("the first release goes to the registry, and a merchant pays with it", async () => {
  // A field that no server and no sandbox computes, so that its removal is a matter of the specification alone.
  await edit(
    "spec/openapi.yaml",
    "        checkoutUrl:\n",
    "        locale:\n          description: The language of the checkout.\n          type: string\n          maxLength: 5\n          examples: [de]\n        checkoutUrl:\n",
  );
  expect(await run("generate")).toMatchObject({ status: 0 });
  expect(await run("gate", "packages", "--update")).toMatchObject({ status: 0 });
  commit("feat(spec): the language of a payment");
  expect(await release()).toEqual(names.map((name) => `${name} ${versions[1]} sent`));

  app = await mkdtemp(path.join(folder, "app-"));
  await writeFile(path.join(app, "package.json"), JSON.stringify({ name: "app", private: true, type: "module" }));
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
  };
  await writeFile(path.join(app, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["index.ts"] }));
  const program = `import { Vinr } from "@vinr/client";
import { isPayment } from "@vinr/validators";

declare const process: { argv: [string, string, string] };
const vinr = new Vinr({ secretKey: "sk_test_Example", baseUrl: process.argv[2] });
const payment = await vinr.payments.create({ amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" });
export const locale: string | undefined = payment.locale;
console.log(\`\${payment.status} \${isPayment(payment)}\`);
`;
  await writeFile(path.join(app, "index.ts"), program);
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  await writeFile(path.join(app, "index.js"), ts.transpileModule(program, { compilerOptions: options }).outputText);
  await install("@vinr/client", "@vinr/validators");
  expect(await runApp()).toEqual({ problems: [], printed: "pending true" });
}, 600_000);

test("a new field and a deprecation fail the gate until a minor declares them", async () => {
  git("switch", "--quiet", "--create", "harmless");
  await edit(
    "spec/openapi.yaml",
    "        checkoutUrl:\n",
    "        region: { type: string, description: A region., maxLength: 2, examples: [AT] }\n        checkoutUrl:\n",
  );
  await edit(
    "spec/openapi.yaml",
    "description: The language of the checkout.",
    "deprecated: true\n          description: The language of the checkout.",
  );
  const red = await run("gate");
  expect(red.status).toBe(1);
  expect(red.output).toContain("They require a **minor** release.");
  expect(red.output).toMatch(/locale has no reason; its description must say `Deprecated: use x\./);

  await edit(
    "spec/openapi.yaml",
    "description: The language of the checkout.\n",
    'description: "The language of the checkout. Deprecated: use region. Removed after 2026-01-31."\n',
  );
  await run("gate", "--suggest");
  expect(await run("gate")).toMatchObject({
    status: 0,
    output: expect.stringContaining("The version and the changesets match the changes."),
  });

  expect(await run("generate")).toMatchObject({ status: 0 });
  expect(await read("packages/types/src/generated/openapi.ts")).toMatch(
    /Deprecated: use region\. Removed after 2026-01-31\.[^/]*@deprecated[^/]*\*\/\s+locale\?:/,
  );
  const packages = await run("gate", "packages", "--update");
  expect(packages).toMatchObject({ status: 0, output: expect.stringContaining("No problems.") });
  commit("feat(spec): add the region of a payment");
  git("switch", "--quiet", "main");
  git("merge", "--quiet", "--ff-only", "harmless");
}, 600_000);

test("a removed field fails the gate, which says whom it breaks, until a major declares it", async () => {
  git("switch", "--quiet", "--create", "breaking");
  await edit("spec/openapi.yaml", / {8}locale:\n(?: {10}.*\n)+/, "");
  const red = await run("gate");
  expect(red.status).toBe(1);
  expect(red.output).toContain("They require a **major** release.");
  expect(red.output).toMatch(/`locale` was removed.*\n.*Breaks: readers and writers/);
  expect(red.output).toContain("Migrate: Stop reading or sending it.");

  await run("gate", "--suggest");
  expect(await run("gate")).toMatchObject({
    status: 0,
    output: expect.stringContaining("The version and the changesets match the changes."),
  });
  expect(await run("generate")).toMatchObject({ status: 0 });
  commit("feat(spec)!: remove what was deprecated");
  git("switch", "--quiet", "main");
  git("merge", "--quiet", "--ff-only", "breaking");
}, 600_000);

test("the next release is a major, and its changelog says why", async () => {
  expect(await release()).toEqual(names.map((name) => `${name} ${versions[2]} sent`));
  const changelog = await read("packages/client/CHANGELOG.md");
  const [, latest = ""] = changelog.split(`## ${versions[2]}\n`);
  expect(latest).toMatch(/### Major Changes[\s\S]*`locale` was removed/);
  expect(changelog).toContain("`locale` is deprecated. Instead: use region. Removed after 2026-01-31.");
  expect((await readdir(path.join(clone.root, ".changeset"))).filter((name) => name.endsWith(".md"))).toEqual([]);
}, 600_000);

test("the merchant upgrades: the program still runs, and the compiler names the removed field", async () => {
  await install("@vinr/client@latest", "@vinr/validators@latest");
  const { version } = JSON.parse(await readFile(path.join(app, "node_modules/@vinr/client/package.json"), "utf8"));
  expect(version).toBe(versions[2]);
  const { problems, printed } = await runApp();
  expect(printed).toBe("pending true");
  expect(problems).toEqual([expect.stringContaining("Property 'locale' does not exist on type 'NewPayment'")]);

  const program = await readFile(path.join(app, "index.ts"), "utf8");
  await writeFile(path.join(app, "index.ts"), program.replace(/export const locale.*\n/, "export { payment };\n"));
  expect(await runApp()).toEqual({ problems: [], printed: "pending true" });
}, 300_000);

test("nothing tried to leave this machine", async () => {
  expect(await network.attempts()).toEqual([]);
});
