/** The changelog: what the packages released, and what waits for the next release. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { page } from "../reference/markdown.ts";

export async function changelogPage(root: string): Promise<string> {
  const names = await readdir(join(root, "packages"));
  const released = await Promise.all(names.sort().map((name) => releases(root, name)));
  const waiting = await pending(root);
  return page(
    { title: "Changelog", description: "What changed in the API's description and in the packages.", editUrl: false },
    "What may change without notice, and what never does: [Versions](/guides/versioning/).",
    waiting.length === 0 ? "" : "## Next release",
    ...waiting,
    ...released.flat(),
    released.flat().length === 0 ? "## Released\n\nNothing yet: the first release is being prepared." : "",
  );
}

/** A package's own changelog, its headings one level down. */
async function releases(root: string, name: string): Promise<string[]> {
  const text = await readFile(join(root, "packages", name, "CHANGELOG.md"), "utf8").catch(() => "");
  return text === "" ? [] : [text.trim().replaceAll(/^#/gm, "##")];
}

async function pending(root: string): Promise<string[]> {
  const folder = join(root, ".changeset");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".md") && name !== "README.md");
  const texts = await Promise.all(names.sort().map((name) => readFile(join(folder, name), "utf8")));
  return texts.map((text) => text.replace(/^---\n[\s\S]*?\n---\n/, "").trim());
}
