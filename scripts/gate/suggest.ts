import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { isScalar, parseDocument } from "yaml";
import { readChangesetsSince, writeChangeset } from "./changesets.ts";
import { gateSpec, type SpecCheck, specFile } from "./gate-spec.ts";

/**
 * Writes what the changes of the specification since a Git revision demand: `info.version`, and a changeset for each package
 * that no changeset on this branch covers.
 */
export async function suggest(root: string, base: string): Promise<Suggestion> {
  const check = await gateSpec(root, base);
  return { said: await declare(root, base, check), problems: check.brokenPromises };
}

export interface Suggestion {
  /** The sentences that report what was written, or why nothing had to be. */
  readonly said: readonly string[];
  /** The problems that no changeset can solve. */
  readonly problems: readonly string[];
}

async function declare(root: string, base: string, { comparison, bumps }: SpecCheck): Promise<readonly string[]> {
  const { demanded, baseVersion, version } = comparison;
  if (demanded === "none") return [`${specFile} is unchanged since ${base} and needs no changeset.`];
  const said = [`The changes of ${specFile} since ${base} require a ${demanded}.`];

  const next = bumps.version ?? version;
  if (bumps.version !== undefined) {
    const file = path.join(root, specFile);
    await writeFile(file, setVersion(await readFile(file, "utf8"), next));
    said.push(`Set info.version from ${version} to ${next}.`);
  } else said.push(`info.version is ${version} already, after ${baseVersion}.`);

  if (bumps.packages.length > 0) {
    const folder = path.join(root, ".changeset");
    const file = await writeChangeset(folder, bumps.packages, { ...comparison, version: next });
    const names = bumps.packages.join(", ");
    said.push(`Wrote ${path.relative(root, file)} for ${names}. Reword it for readers of the changelog.`);
  } else {
    const files = (await readChangesetsSince(root, base)).map(({ file }) => file).join(", ");
    said.push(`The changesets are already there: ${files}. Check that they mention every change.`);
  }
  return said;
}

/** Replaces `info.version` in the text of a specification, and leaves the rest as it is written. */
function setVersion(text: string, version: string): string {
  const node = parseDocument(text).getIn(["info", "version"], true);
  if (!isScalar(node) || !node.range) throw new Error(`${specFile} has no info.version; write one, such as "1.0.0".`);
  const [start, end] = node.range;
  return text.slice(0, start) + JSON.stringify(version) + text.slice(end);
}
