import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { build } from "esbuild";
import { publint } from "publint";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeBillOfMaterials } from "./bill-of-materials.ts";
import { installConsumer } from "./consumer.ts";
import { packAll } from "./pack.ts";
import { publishedPackages } from "./published-packages.ts";
import type { Tarball } from "./tarballs.ts";

/** The packages as npm would receive them, packed from the build. */

const root = path.resolve(import.meta.dirname, "../..");
const published = publishedPackages(root);
const publishedNames = published.map(({ name }) => name);
const publishedFolders = published.map(({ folder }) => folder);
const exec = promisify(execFile);
let folder: string;
let tarballs: Tarball[];
/** An empty project with the packages installed. */
let app: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "packages-"));
  tarballs = await packAll(root, path.join(folder, "first"));
  app = await installConsumer(folder, tarballs);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const manifestOf = async (name: string) => JSON.parse(await readFile(path.join(root, name, "package.json"), "utf8"));
const digest = async (file: string) =>
  createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
const named = (name: string): Tarball => {
  const found = tarballs.find((tarball) => tarball.name === name);
  if (found === undefined) throw new Error(`${name} was not packed`);
  return found;
};

test("packing twice gives the same tarballs, byte for byte", async () => {
  const again = await packAll(root, path.join(folder, "second"));
  for (const [index, { file }] of again.entries())
    expect(await digest(file)).toBe(await digest(tarballs[index]?.file ?? ""));
});

test.each(publishedNames)("the tarball of %s holds only the allowed files", async (name) => {
  const { stdout } = await exec("tar", ["--list", "--gzip", "--file", named(name).file]);
  const allowed =
    /^package\/(package\.json|README\.md|LICENSE|AGENTS\.md|dist\/([\w/-]+(\.d)?\.(js|ts|json)|assets\/[\w-]+\.(css|svg)))$/;
  const files = stdout.trim().split("\n");
  expect(files.filter((file) => !allowed.test(file))).toEqual([]);
  expect(files).toEqual(expect.arrayContaining(["package/package.json", "package/README.md", "package/LICENSE"]));
  expect(files.filter((file) => file.includes(".test"))).toEqual([]);
});

test.each(publishedFolders)(
  "%s names its repository and folder, without which npm attests no provenance",
  async (directory) => {
    const { repository, homepage } = await manifestOf(directory);
    expect(repository).toEqual({ type: "git", url: "git+https://github.com/vinr/openapi.git", directory });
    expect(homepage).toBe("https://docs.vinr.com/");
  },
);

/** The third-party dependencies of the published packages, without those for some platforms only. */
const thirdParty = [
  ...["@hono/node-server", "hono", "openapi-fetch", "openapi-typescript-helpers"],
  ...["kysely", "libsql", "@neon-rs/load", "detect-libc"],
  ...["pg", "pg-connection-string", "pg-int8", "pg-pool", "pg-protocol", "pg-types", "pgpass"],
  ...["postgres-array", "postgres-bytea", "postgres-date", "postgres-interval", "split2", "xtend"],
];

test("the bill of materials has what a project gets, with the hashes of the lockfile", async () => {
  const bill = JSON.parse(await readFile(await writeBillOfMaterials(root, folder), "utf8"));
  expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6" });
  const names: string[] = bill.components.map(({ name }: { name: string }) => name);
  expect(names.sort()).toEqual([...publishedNames, ...thirdParty].sort());
  const client = bill.dependencies.find(({ ref }: { ref: string }) => ref.includes("client"));
  expect(client.dependsOn).toEqual([
    expect.stringContaining("%40vinr/types@"),
    expect.stringContaining("openapi-fetch@"),
  ]);
  for (const { name, hashes } of bill.components)
    if (!publishedNames.includes(name)) expect(hashes[0].content).toMatch(/^[0-9a-f]{128}$/);
});

test.each(publishedFolders)("%s has no install script and only the allowed dependencies", async (directory) => {
  const { dependencies = {}, scripts = {}, peerDependencies = {} } = await manifestOf(directory);
  const allowed: Record<string, string[]> = {
    "packages/types": [],
    "packages/validators": ["@vinr/types"],
    "packages/client": ["@vinr/types", "openapi-fetch"],
    "packages/server": ["@vinr/validators"],
    "packages/sandbox": [
      "@hono/node-server",
      "@vinr/server",
      "@vinr/types",
      "@vinr/validators",
      "hono",
      "kysely",
      "libsql",
      "pg",
    ],
  };
  const optionalPeers: Record<string, string[]> = {
    "packages/client": ["undici"],
    "packages/sandbox": ["@opentelemetry/api"],
  };
  expect(Object.keys(dependencies).sort()).toEqual(allowed[directory]);
  expect(Object.keys(peerDependencies)).toEqual(optionalPeers[directory] ?? []);
  expect(Object.keys(scripts).filter((script) => /^(pre|post)?(install|prepare|pack|publish)/.test(script))).toEqual(
    [],
  );
});

test.each(publishedFolders)("%s imports only its declared dependencies, in types too", async (directory) => {
  const { name, dependencies = {}, peerDependencies = {} } = await manifestOf(directory);
  const declared = Object.keys({ ...dependencies, ...peerDependencies });
  const dist = path.join(root, directory, "dist");
  const files = (await readdir(dist, { recursive: true })).filter((file) => /\.[jt]s$/.test(file));
  const imported = new Set<string>();
  for (const file of files)
    for (const { fileName } of ts.preProcessFile(await readFile(path.join(dist, file), "utf8")).importedFiles)
      if (!/^(\.|node:)/.test(fileName)) imported.add(/^(@[^/]+\/)?[^/]+/.exec(fileName)?.[0] ?? fileName);
  expect(files.length).toBeGreaterThan(0);
  expect([...imported].filter((one) => one !== name).sort()).toEqual(declared.sort());
});

test.each(publishedFolders)("publint finds nothing in %s", async (directory) => {
  const { messages } = await publint({ pkgDir: path.join(root, directory), strict: true, pack: "pnpm" });
  expect(messages).toEqual([]);
});

/** The packages with CommonJS beside their ES modules, see decision 14. The server's handlers and the sandbox run on ES modules alone. */
const withCommonJs = ["@vinr/types", "@vinr/validators", "@vinr/client"];

test.each(publishedNames)("the types of %s resolve wherever they should", async (name) => {
  const data = await readFile(named(name).file);
  const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(data)));
  const problems = "problems" in analysis ? analysis.problems : [];
  // Of a package of ES modules alone, older resolution and `require` find nothing.
  const older = withCommonJs.includes(name) ? [] : ["node10", "node16-cjs"];
  const isExpected = (problem: object) => "resolutionKind" in problem && older.includes(String(problem.resolutionKind));
  expect(problems.filter((problem) => !isExpected(problem))).toEqual([]);
  expect("types" in analysis && analysis.types).toBeTruthy();
});

test("installs in an empty project without the network, and serves ES modules and CommonJS", async () => {
  const esm = `import { Vinr } from "@vinr/client";
    import { isPayment } from "@vinr/validators";
    import "@vinr/types";
    console.log(typeof Vinr, isPayment({}));`;
  const commonJs = `const { Vinr } = require("@vinr/client");
    const { isPayment } = require("@vinr/validators/payment");
    console.log(typeof Vinr, isPayment({}));`;
  await writeFile(path.join(app, "a.mjs"), esm);
  await writeFile(path.join(app, "b.cjs"), commonJs);
  expect((await exec(process.execPath, ["a.mjs"], { cwd: app })).stdout).toBe("function false\n");
  expect((await exec(process.execPath, ["b.cjs"], { cwd: app })).stdout).toBe("function false\n");
}, 300_000);

test("the sandbox keeps accounts in a file, and has a store for PostgreSQL", async () => {
  const program = `import { createSandbox } from "@vinr/sandbox";
    import { createPostgresStore } from "@vinr/sandbox/postgres";
    import { createSqliteStore } from "@vinr/sandbox/sqlite";
    const store = await createSqliteStore("shop.db");
    const sandbox = createSandbox({ store });
    if (process.argv[2] === "write") await sandbox.failNextRefund();
    console.log((await store.transact("sandbox", (records) => records.readAccount())).failingRefunds);
    await store.close();
    await createPostgresStore("shop.db").catch((error) => console.log(error.message));`;
  await writeFile(path.join(app, "stores.mjs"), program);
  const message = "A URL of PostgreSQL is needed, such as postgres://localhost/sandbox.";
  for (const mode of ["write", "read"]) {
    const { stdout } = await exec(process.execPath, ["stores.mjs", mode], { cwd: app });
    expect(stdout).toBe(`1\n${message}\n`);
  }
});

test("the sandbox is bundled for a browser with our own packages alone", async () => {
  const { metafile, warnings } = await build({
    stdin: { contents: 'export { createSandbox } from "@vinr/sandbox";', resolveDir: app },
    bundle: true,
    write: false,
    metafile: true,
    platform: "browser",
    format: "esm",
    logLevel: "silent",
  });
  expect(warnings).toEqual([]);
  const names = Object.keys(metafile.inputs).map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? "");
  expect(names).toContain("@vinr/sandbox");
  expect(names.filter((name) => name !== "" && !name.startsWith("@vinr/"))).toEqual([]);
});
