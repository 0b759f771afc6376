/** Watches files for saves. */
import { watch } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";

/**
 * Calls back once for each save that changed the file's content, when the writing has paused for a moment.
 *
 * Its folder is watched, not the file: many editors save by renaming another file over it, and a watch on the old one
 * would see nothing more.
 */
export async function watchFile(file: string, onSave: () => void): Promise<() => void> {
  let seen = await readFile(file, "utf8").catch(() => "");
  let timer: NodeJS.Timeout | undefined;

  const look = async (): Promise<void> => {
    // Absent for an instant while an editor renames: the rename itself is an event of its own.
    const content = await readFile(file, "utf8").catch(() => undefined);
    if (content === undefined || content === seen) return;
    seen = content;
    onSave();
  };
  const watcher = watch(dirname(file), (_, name) => {
    if (name !== null && name !== basename(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void look(), 100);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

/** Calls back with the name of what was saved in one of the folders, when the writing has paused for a moment. */
export function watchFolders(folders: readonly string[], onSave: (name: string) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.map((folder) =>
    watch(folder, (_, name) => {
      // Backups, swap files of editors and folders are no saves.
      if (name === null || !/^\w[\w.-]*\.(?:astro|css|md|mdx|sh|ts)$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => onSave(name), 150);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
