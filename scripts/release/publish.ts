import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { Tarball } from "./pack.ts";

export interface PublishOptions {
  /** The registry, with a slash at its end. */
  readonly registry: string;
  /** More arguments of `npm publish`, such as `--provenance`. */
  readonly args?: readonly string[];
  /** A folder whose `.npmrc` holds what the registry asks for. */
  readonly cwd: string;
}

/** What publishing did with a tarball. */
export interface Published extends Tarball {
  /** Subresource integrity of the bytes, `sha512-…`. */
  readonly integrity: string;
  /** `false` where the registry had these very bytes already, from a run that was cut short. */
  readonly sent: boolean;
}

/**
 * Publishes tarballs in their order, each once: what the registry has already is passed over, so that a run that was killed
 * in the middle is finished by running it again.
 *
 * @throws {Error} where the registry has the version with other bytes: a version is never published twice.
 */
export async function publishAll(tarballs: readonly Tarball[], options: PublishOptions): Promise<Published[]> {
  const published: Published[] = [];
  for (const tarball of tarballs) {
    const integrity = await integrityOf(tarball.file);
    const there = await integrityAt(options.registry, tarball);
    if (there !== undefined && there !== integrity)
      throw new Error(
        `${tarball.name} ${tarball.version} is published with other bytes (${there}, ours ${integrity}). ` +
          "A published version never changes: make a new one with a changeset.",
      );
    if (there === undefined) await send(tarball, options);
    published.push({ ...tarball, integrity, sent: there === undefined });
  }
  return published;
}

async function send({ file }: Tarball, { registry, args = [], cwd }: PublishOptions): Promise<void> {
  const command = ["publish", file, "--registry", registry, "--access", "public", "--ignore-scripts", ...args];
  await promisify(execFile)("npm", command, { cwd });
}

/** The integrity of a version at the registry, undefined where it has none. */
async function integrityAt(registry: string, { name, version }: Tarball): Promise<string | undefined> {
  const response = await fetch(new URL(name.replace("/", "%2f"), registry), {
    headers: { accept: "application/json" },
  });
  if (response.status === 404) return undefined;
  if (!response.ok)
    throw new Error(`The registry answered ${response.status} to a question about ${name}; try again later.`);
  const { versions = {} }: { versions?: Record<string, { dist: { integrity: string } }> } = JSON.parse(
    await response.text(),
  );
  return Object.hasOwn(versions, version) ? versions[version]?.dist.integrity : undefined;
}

async function integrityOf(file: string): Promise<string> {
  return `sha512-${createHash("sha512")
    .update(await readFile(file))
    .digest("base64")}`;
}
