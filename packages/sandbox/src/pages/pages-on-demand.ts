import type { Handler } from "@vinr/server";
import type { Pages, PagesOptions } from "./pages.js";

/** The pages of a server, which are loaded when the first of them is opened. */
export interface PagesOnDemand {
  /** Serves the pages below `/checkout/`. */
  readonly checkout: Handler;
  /** Serves `/`, and everything below `/window/`. */
  readonly window: Handler;
  /** Loads them now. */
  load(): Promise<unknown>;
  /** Ends the streams of changes, so that the server can stop. */
  close(): Promise<void>;
}

/** Makes pages of which nothing is loaded yet: most clients of a sandbox are programs, which wait for its start. */
export function createPagesOnDemand(options: PagesOptions): PagesOnDemand {
  let loading: Promise<Pages> | undefined;
  const load = (): Promise<Pages> => {
    // Kept even if it fails: Node remembers what failed to load, and does not try again.
    loading ??= import("./pages.js").then(({ createPages }) => createPages(options), rejectUnloadable);
    return loading;
  };
  return {
    checkout: async (request) => (await load()).checkout(request),
    window: async (request) => (await load()).window.handle(request),
    load,
    close: async () => {
      const pages = await loading?.catch(() => undefined);
      pages?.window.close();
    },
  };
}

function rejectUnloadable(cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : cause;
  throw new Error(`The pages could not be loaded: ${reason}. Start the sandbox again.`, { cause });
}
