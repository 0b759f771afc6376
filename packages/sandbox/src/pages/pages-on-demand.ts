import type { Handler } from "@vinr/server";
import type { Pages, PagesOptions } from "./pages.js";

/** The pages of a server, which are loaded when the first of them is opened. */
export interface PagesOnDemand {
  /** Serves the pages below `/checkout/`. */
  readonly checkout: Handler;
  /** Serves `/`, and everything below `/window/`. */
  readonly window: Handler;
  /** Ends the streams of changes, so that the server can stop. */
  close(): Promise<void>;
}

/** Makes pages of which nothing is loaded yet: most of what talks to a sandbox is a program, which waits for its start. */
export function createPagesOnDemand(options: PagesOptions): PagesOnDemand {
  let loading: Promise<Pages> | undefined;
  const load = (): Promise<Pages> => {
    loading ??= import("./pages.js").then(({ createPages }) => createPages(options));
    return loading;
  };
  return {
    checkout: async (request) => (await load()).checkout(request),
    window: async (request) => (await load()).window.handle(request),
    close: async () => (await loading)?.window.close(),
  };
}
