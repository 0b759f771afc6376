import { copyFile, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { type Mock, startMock } from "../mock/server.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import { copyWorkspace } from "../scratch.ts";
import { buildPackages } from "./build.ts";
import { packThirdParty } from "./consumer.ts";
import { packAll } from "./pack.ts";
import { type Published, publishAll } from "./publish.ts";
import { type Registry, startRegistry } from "./registry.ts";
import { versionAll } from "./version.ts";

/**
 * Rehearses a release in a copy of the repository: versions, build, tarballs, publishing to a registry on loopback, and an
 * empty project that installs from it and makes the first payment against the mock. Nothing leaves this machine.
 *
 * @throws {Error} if a step fails, with its output.
 */
export async function dryRun(say: (line: string) => void): Promise<Published[]> {
  const scratch = copyWorkspace();
  const folder = await mkdtemp(path.join(tmpdir(), "release-"));
  let registry: Registry | undefined;
  let mock: Mock | undefined;
  try {
    registry = await startRegistry(folder);
    const published = await releaseFrom(scratch.root, folder, registry.url, say);

    const spec = await loadSpec(path.join(scratch.root, "spec/openapi.yaml"));
    mock = await startMock({ spec, port: 0 });
    say(`try       the first payment against ${mock.url} …`);
    say(await firstPayment(scratch.root, await mkdtemp(path.join(folder, "app-")), registry.url, mock.url));
    for (const one of published) say(await describe(one));
    say("Nothing was published outside this machine.");
    return published;
  } finally {
    await mock?.close();
    await registry?.close();
    await rm(folder, { recursive: true, force: true });
    scratch.remove();
  }
}

/**
 * Runs the steps of a release in a checkout, which it changes, and publishes to a registry on loopback. Tarballs and
 * credentials go to a folder.
 */
export async function releaseFrom(
  root: string,
  folder: string,
  registry: string,
  say: (line: string) => void,
): Promise<Published[]> {
  say("version   from the changesets …");
  await versionAll(root);
  say("build     the packages …");
  await buildPackages(root);
  say("pack      the tarballs …");
  const tarballs = await packAll(root, path.join(folder, "tarballs"));

  say(`publish   to ${registry} …`);
  await writeFile(path.join(folder, "package.json"), "{}");
  await writeFile(path.join(folder, ".npmrc"), `//${new URL(registry).host}/:_authToken=dry-run\n`);
  const thirdParty = await packThirdParty(path.join(folder, "third-party"));
  // Some of them ask for provenance themselves, which only a workflow can give.
  await publishAll(thirdParty, { registry, cwd: folder, args: ["--provenance=false"] });
  return publishAll(tarballs, { registry, cwd: folder });
}

/** Installs the client from the registry in an empty project and runs the README's first payment. */
async function firstPayment(root: string, app: string, registry: string, mockUrl: string): Promise<string> {
  await execa("npm", ["init", "-y"], { cwd: app });
  const install = ["install", "@vinr/client", "@vinr/validators", "--registry", registry, "--no-audit", "--no-fund"];
  await execa("npm", [...install, "--cache", path.join(app, ".cache")], { cwd: app });
  await copyFile(path.join(root, "examples/first-payment/index.ts"), path.join(app, "first-payment.mjs"));
  const env = { VINR_SECRET_KEY: "sk_test_Example", VINR_BASE_URL: mockUrl };
  const { stdout } = await execa(process.execPath, ["first-payment.mjs"], { cwd: app, env });
  return `          ${stdout.trim()}`;
}

async function describe({ name, version, file, integrity }: Published): Promise<string> {
  const { stdout } = await execa("tar", ["--list", "--gzip", "--file", file]);
  const { size } = await stat(file);
  return `${name} ${version}  ${stdout.trim().split("\n").length} files, ${(size / 1000).toFixed(1)} kB, ${integrity}`;
}
