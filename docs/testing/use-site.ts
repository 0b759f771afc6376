/** The built site in a browser, for the tests of one `describe`. */
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { host, openPage, type Watched } from "./browser.ts";
import { type SiteServer, startSiteServer } from "./site-server.ts";

/** The site as a test has it. All of it is there once the tests begin. */
export interface BuiltSite {
  /** With its requests and errors so far. */
  readonly browser: Watched;
  readonly page: Page;
  /** The address of the site, without a slash at its end. */
  readonly origin: string;
}

/** Serves the built site and opens a page before the tests, and closes both after them. */
export function useSite(): BuiltSite {
  let server: SiteServer;
  let browser: Watched;
  beforeAll(async () => {
    server = await startSiteServer(fileURLToPath(new URL("../dist", import.meta.url)));
    browser = await openPage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    get browser() {
      return browser;
    },
    get page() {
      return browser.page;
    },
    get origin() {
      return `http://${host}:${server.port}`;
    },
  };
}
