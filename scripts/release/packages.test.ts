import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installConsumer } from "./consumer.ts";
import { packAll, publishedFolders, type Tarball } from "./pack.ts";

/** The packages as npm would receive them. They are packed from what `turbo build` has built. */

const root = path.resolve(import.meta.dirname, "../..");
const exec = promisify(execFile);
let folder: string;
let tarballs: Tarball[];
/** An empty project that has them installed. */
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

test.each(["@vinr/types", "@vinr/validators", "@vinr/client"])(
  "the tarball of %s holds what is allowed, and no more",
  async (name) => {
    const { stdout } = await exec("tar", ["--list", "--gzip", "--file", named(name).file]);
    const allowed = /^package\/(package\.json|README\.md|LICENSE|AGENTS\.md|dist\/[\w/-]+(\.d)?\.(js|ts|json))$/;
    const files = stdout.trim().split("\n");
    expect(files.filter((file) => !allowed.test(file))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(["package/package.json", "package/README.md", "package/LICENSE"]));
    expect(files.filter((file) => file.includes(".test"))).toEqual([]);
  },
);

test.each(publishedFolders)("%s has no install script and no dependency beyond what is agreed", async (directory) => {
  const { dependencies = {}, scripts = {}, peerDependencies = {} } = await manifestOf(directory);
  const agreed: Record<string, string[]> = {
    "packages/types": [],
    "packages/validators": ["@vinr/types"],
    "packages/client": ["@vinr/types", "openapi-fetch"],
  };
  expect(Object.keys(dependencies).sort()).toEqual(agreed[directory]);
  expect(Object.keys(peerDependencies)).toEqual(directory === "packages/client" ? ["undici"] : []);
  expect(Object.keys(scripts).filter((script) => /^(pre|post)?(install|prepare|pack|publish)/.test(script))).toEqual(
    [],
  );
});

test.each(publishedFolders)("%s imports nothing, types included, that it does not declare", async (directory) => {
  const { name, dependencies, peerDependencies } = await manifestOf(directory);
  const dist = path.join(root, directory, "dist");
  const files = (await readdir(dist, { recursive: true })).filter((file) => /\.[jt]s$/.test(file));
  const imported = new Set<string>();
  for (const file of files)
    for (const { fileName } of ts.preProcessFile(await readFile(path.join(dist, file), "utf8")).importedFiles)
      if (!/^(\.|node:)/.test(fileName)) imported.add(/^(@[^/]+\/)?[^/]+/.exec(fileName)?.[0] ?? fileName);
  expect(files.length).toBeGreaterThan(0);
  expect([...imported].filter((one) => one !== name).sort()).toEqual(
    Object.keys({ ...dependencies, ...peerDependencies }).sort(),
  );
});

test.each(publishedFolders)("publint finds nothing in %s", async (directory) => {
  const { messages } = await publint({ pkgDir: path.join(root, directory), strict: true, pack: "pnpm" });
  expect(messages).toEqual([]);
});

test.each(["@vinr/types", "@vinr/validators", "@vinr/client"])(
  "the types of %s resolve where ES modules do",
  async (name) => {
    const data = await readFile(named(name).file);
    const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(data)));
    // ES modules alone are published: old resolution and `require` from CommonJS types are not promised, ESM is.
    const promised = ["node16-esm", "bundler"];
    const problems = "problems" in analysis ? analysis.problems : [];
    expect(
      problems.filter((problem) => "resolutionKind" in problem && promised.includes(problem.resolutionKind)),
    ).toEqual([]);
    expect("types" in analysis && analysis.types).toBeTruthy();
  },
);

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
}, 120_000);

test("the bill of materials is CycloneDX and names each package that is installed", async () => {
  const { stdout } = await exec("npm", ["sbom", "--sbom-format", "cyclonedx"], { cwd: app });
  const { bomFormat, components } = JSON.parse(stdout);
  expect(bomFormat).toBe("CycloneDX");
  const names = components.map(({ name }: { name: string }) => name).sort();
  expect(names).toEqual([
    "@vinr/client",
    "@vinr/types",
    "@vinr/validators",
    "openapi-fetch",
    "openapi-typescript-helpers",
  ]);
}, 120_000);
