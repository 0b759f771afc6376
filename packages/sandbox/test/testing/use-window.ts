import { afterEach, beforeEach, expect } from "vitest";
import type { RunningSandbox } from "../../src/cli/serve.js";
import { type ServeOptions, serveForTest } from "./serve.js";
import { Visitor } from "./visitor.js";

/** A sandbox as the command serves it, and a browser without scripts at its window. */
export interface Site {
  readonly sandbox: RunningSandbox;
  /** Where it is reached, also where it listens to every address. */
  readonly origin: string;
  readonly visitor: Visitor;
  /** Serves another one in its place. */
  serve(changed: Partial<ServeOptions>): Promise<void>;
}

/** Serves a sandbox of its own to each test of a file, and expects that none reports an error. */
export function useWindow(): Site {
  let errors: unknown[] = [];
  let sandbox: RunningSandbox | undefined;
  let visitor: Visitor | undefined;
  const served = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("Nothing is served before the first test.");
    return value;
  };
  const site: Site = {
    get sandbox() {
      return served(sandbox);
    },
    get origin() {
      return served(sandbox).origin.replace("0.0.0.0", "127.0.0.1");
    },
    get visitor() {
      return served(visitor);
    },
    async serve(changed) {
      await sandbox?.close();
      errors = [];
      sandbox = await serveForTest((error) => errors.push(error), changed);
      visitor = new Visitor(site.origin);
    },
  };
  beforeEach(() => site.serve({}));
  afterEach(async () => {
    await sandbox?.close();
    expect(errors).toEqual([]);
  });
  return site;
}
