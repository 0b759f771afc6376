import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { integrityOf, type Tarball } from "./tarballs.ts";

const exec = promisify(execFile);

export interface PublishOptions {
  /** The registry's URL, which ends in a slash. */
  readonly registry: string;
  /** More arguments of `npm publish`, such as `--provenance`. */
  readonly args?: readonly string[];
  /** A folder whose `.npmrc` holds the credentials. */
  readonly cwd: string;
}

/** A tarball that is at the registry. */
export interface Published extends Tarball {
  /** Subresource integrity of the bytes, `sha512-…`. */
  readonly integrity: string;
  /** `false` if the registry already had these bytes, from an interrupted run. */
  readonly sent: boolean;
}

/**
 * Publishes tarballs in order and skips those the registry already has: to finish an interrupted run, run it again.
 *
 * @throws {Error} if the registry has a version with other bytes, or npm does not accept a tarball.
 */
export async function publishAll(tarballs: readonly Tarball[], options: PublishOptions): Promise<Published[]> {
  const published: Published[] = [];
  for (const tarball of tarballs) {
    const integrity = await integrityOf(tarball.file);
    const there = await integrityAt(options.registry, tarball);
    if (there !== undefined && there !== integrity)
      throw new Error(
        `${tarball.name} ${tarball.version} is already published with other bytes (${there}, ours ${integrity}). ` +
          "A published version never changes: release a new one with a changeset.",
      );
    if (there === undefined) await send(tarball, options);
    published.push({ ...tarball, integrity, sent: there === undefined });
  }
  return published;
}

/**
 * Compares tarballs that were built again with those at the registry, byte for byte.
 *
 * @throws {Error} if the registry lacks one, or has other bytes: then somebody else's build was published.
 */
export async function compareAll(tarballs: readonly Tarball[], registry: string): Promise<Published[]> {
  const compared: Published[] = [];
  for (const tarball of tarballs) {
    const integrity = await integrityOf(tarball.file);
    const there = await integrityAt(registry, tarball);
    if (there !== integrity)
      throw new Error(
        `${tarball.name} ${tarball.version} at the registry is not what this commit builds (${there ?? "absent"}, built ` +
          `${integrity}). Deprecate that version and find out who published it.`,
      );
    compared.push({ ...tarball, integrity, sent: false });
  }
  return compared;
}

async function send({ name, file }: Tarball, { registry, args = [], cwd }: PublishOptions): Promise<void> {
  const command = ["publish", file, "--registry", registry, "--access", "public", "--ignore-scripts", ...args];
  try {
    await exec("npm", command, { cwd });
  } catch (error) {
    // With a workflow's identity instead of a token, npm responds like this to a package it has never seen.
    if (error instanceof Error && /\bE404\b/.test(error.message))
      throw new Error(
        `npm responded with E404 when publishing ${name}. If it has never been published, publish it once by hand and set ` +
          "its trusted publisher: see CONTRIBUTING.md, Release. Otherwise check that its trusted publisher is this workflow.",
        { cause: error },
      );
    throw error;
  }
}

/** The integrity of a version at the registry, undefined if it does not have the version. */
async function integrityAt(registry: string, { name, version }: Tarball): Promise<string | undefined> {
  const response = await fetch(new URL(name.replace("/", "%2f"), registry), {
    headers: { accept: "application/json" },
  });
  if (response.status === 404) return undefined;
  if (!response.ok)
    throw new Error(`The registry responded with ${response.status} to a request for ${name}; try again later.`);
  const { versions = {} }: { versions?: Record<string, { dist: { integrity: string } }> } = JSON.parse(
    await response.text(),
  );
  return Object.hasOwn(versions, version) ? versions[version]?.dist.integrity : undefined;
}
