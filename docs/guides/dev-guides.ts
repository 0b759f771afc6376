/** Guides while somebody writes them: a broken one is shown as such, and Astro, which would log a stack trace, never sees it. */
import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Loader, LoaderContext, ParseDataOptions } from "astro/loaders";
import { checkFrontMatter } from "./front-matter.ts";
import { describeProblem, type GuideProblem } from "./problem.ts";

/** As much of a Vite plugin as is used. */
interface Plugin {
  readonly name: string;
  readonly enforce: "pre";
  transform(code: string, id: string): string | undefined;
}

/** Puts a page that says what is wrong in place of a guide of which no page can be made. */
export function standIns(root: string, check: (text: string, file: string) => readonly GuideProblem[]): Plugin {
  return {
    name: "vinr:broken-guides",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith(".mdx")) return undefined;
      const fatal = check(code, id).filter(({ isFatal }) => isFatal);
      return fatal.length === 0 ? undefined : emitStandIn(relative(root, id), fatal);
    },
  };
}

function emitStandIn(file: string, problems: readonly GuideProblem[]): string {
  const lines = problems.map((problem) => describeProblem(file, problem));
  return `---\ntitle: Broken\n---\n\nThis guide is broken:\n\n~~~~txt\n${lines.join("\n")}\n~~~~\n`;
}

/**
 * Loads guides as they are, but in the dev server keeps the last good entry of one whose front matter is broken, and of one
 * that is read while an editor writes it.
 */
export function keepLastGood(loader: Loader): Loader {
  return {
    ...loader,
    load(context) {
      const { watcher } = context;
      if (watcher === undefined) return loader.load(context);
      return loader.load({ ...context, watcher: withoutBroken(watcher), parseData: orLastGood(context) });
    },
  };
}

/** Parses front matter; an editor empties a file before it writes it, and an empty file keeps the data that it had before. */
function orLastGood({ parseData, store }: LoaderContext): LoaderContext["parseData"] {
  return async <Data extends Record<string, unknown>>(entry: ParseDataOptions<Data>) => {
    const isEmpty = Object.keys(entry.data).length === 0;
    const last = isEmpty ? store.get<Data>(entry.id)?.data : undefined;
    return last ?? parseData(entry);
  };
}

type Watcher = NonNullable<LoaderContext["watcher"]>;

/** The same watcher, which does not tell of a guide that was saved with broken front matter. */
function withoutBroken(watcher: Watcher): Watcher {
  const on = (event: string, listener: (path: string) => void): Watcher =>
    watcher.on(event, async (path: string) => {
      if (event === "unlink" || !path.endsWith(".mdx") || (await isReadable(path))) listener(path);
    });
  return new Proxy(watcher, { get: (target, name) => (name === "on" ? on : Reflect.get(target, name)) });
}

/**
 * An editor empties a file before it writes it, and of two changes within some milliseconds a watcher tells of the first alone: a
 * guide that is empty is looked at again.
 */
async function isReadable(file: string): Promise<boolean> {
  let text = await read(file);
  for (let looks = 1; text === "" && looks < 20; looks++) {
    await sleep(50);
    text = await read(file);
  }
  return checkFrontMatter(text).length === 0;
}

/** A file that is gone again is as good as empty. */
const read = (file: string): Promise<string> => readFile(file, "utf8").catch(() => "");
