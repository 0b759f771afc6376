/** Saves of anything that `pnpm start` follows. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { watchFile, watchFolders } from "./watch.ts";

export interface Saves {
  /** From now on, calls back at each save; at once when there was one before. */
  tell(onSave: () => void): void;
  /** The page or sample that was saved; `undefined` when the description was, which everything follows. */
  takePage(): string | undefined;
  close(): void;
}

/** Watches the description, and the pages and samples of the docs. */
export async function watchSaves(root: string, spec: string): Promise<Saves> {
  let page: string | undefined;
  let missed = false;
  let onSave = (): void => {
    missed = true;
  };
  let specSaved = false;
  const unwatchSpec = await watchFile(spec, () => {
    specSaved = true;
    onSave();
  });
  const unwatchPages = watchFolders(await pageFolders(root), (name) => {
    page = name;
    onSave();
  });
  return {
    tell(callback) {
      onSave = callback;
      if (missed) callback();
    },
    takePage() {
      const taken = specSaved ? undefined : page;
      specSaved = false;
      page = undefined;
      return taken;
    },
    close() {
      unwatchSpec();
      unwatchPages();
    },
  };
}

/** Where people write what the docs show, apart from the description. */
async function pageFolders(root: string): Promise<string[]> {
  const examples = await readdir(join(root, "examples"), { withFileTypes: true });
  return [
    ...[
      "docs/errors",
      "docs/src/components",
      "docs/src/content/docs",
      "docs/src/content/docs/guides",
      "docs/src/styles",
    ],
    ...examples.filter((entry) => entry.isDirectory()).map(({ name }) => `examples/${name}`),
  ].map((folder) => join(root, folder));
}
