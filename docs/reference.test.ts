import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { loadSpec } from "../scripts/read/document/load-spec.ts";
import { titleOf } from "./reference/usage.ts";
import { buildInteractive } from "./site/interactive/interactive.ts";
import { placesOf, readPublished } from "./site/prepare.ts";
import { executablePath, host, openPage, type Watched } from "./testing/browser.ts";
import { type SiteServer, startSiteServer } from "./testing/site-server.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const bundle = await loadSpec(join(root, "spec/openapi.yaml"));
const { api, document } = await readPublished(placesOf(root), bundle);
const operations = api.operations.map((operation) => ({ tag: operation.tag, summary: titleOf(operation) }));
const events = api.webhooks.map(({ name, summary = name }) => ({ type: name, tag: "Webhooks", summary }));

/** Opens an entry of the sidebar as a reader does; Redoc keeps only one tag unfolded. */
async function openEntry(page: Page, { tag = "", summary }: (typeof operations)[number]): Promise<void> {
  const entry = page.locator(".menu-content").getByRole("link", { name: summary });
  if (!(await entry.isVisible())) await page.getByRole("link", { name: tag, exact: true }).first().click();
  await entry.click();
  await page.getByRole("heading", { name: summary }).first().waitFor();
}

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "vinr-reference-"));
  await buildInteractive({ document, out });
});
afterAll(() => rm(out, { recursive: true, force: true }));

describe("the interactive reference, built", () => {
  it("publishes the bundle with the samples and no other addition", () => {
    const without = JSON.parse(JSON.stringify(document), (key, value) => (key === "x-codeSamples" ? undefined : value));
    expect(without).toEqual(bundle.document);
  });

  it("offers the spec as YAML and JSON, both equal to the published one", async () => {
    const json = JSON.parse(await readFile(join(out, "openapi.json"), "utf8"));
    expect(json).toEqual(document);
    const text = await readFile(join(out, "openapi.yaml"), "utf8");
    expect(parse(text)).toEqual(json);
    expect(parse(text, { version: "1.1" })).toEqual(json);
  });

  it("builds the same bytes each time", async () => {
    const again = await mkdtemp(join(tmpdir(), "vinr-reference-"));
    await buildInteractive({ document, out: again });
    for (const file of ["index.html", "openapi.json", "openapi.yaml"]) {
      expect((await readFile(join(again, file))).equals(await readFile(join(out, file)))).toBe(true);
    }
    await rm(again, { recursive: true });
  });
});

describe.skipIf(executablePath === undefined)("the interactive reference in a browser", () => {
  let server: SiteServer;
  let browser: Watched;
  let address: string;
  beforeAll(async () => {
    server = await startSiteServer(out);
    address = `http://${host}:${server.port}/`;
    browser = await openPage();
    await browser.page.goto(address, { waitUntil: "networkidle" });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("shows every operation", async () => {
    expect(operations.length).toBeGreaterThan(0);
    for (const operation of operations) await openEntry(browser.page, operation);
  });

  it("shows every event type", async () => {
    expect(events.length).toBeGreaterThanOrEqual(9);
    for (const event of events) {
      await openEntry(browser.page, event);
      await browser.page.getByText(event.type, { exact: true }).first().waitFor();
    }
  });

  it("has an address for each operation that opens directly", async () => {
    const { page } = browser;
    const refund = operations.find(({ summary }) => summary === "Create a refund");
    if (refund !== undefined) await openEntry(page, refund);
    const deep = page.url();
    await page.goto("about:blank");
    await page.goto(deep, { waitUntil: "networkidle" });
    await page.getByRole("heading", { name: "Create a refund" }).waitFor();
  });

  it.each(["openapi.yaml", "openapi.json"])("links to %s, which is served as built", async (name) => {
    const { page } = browser;
    await page.goto(address, { waitUntil: "networkidle" });
    const href = await page.getByRole("link", { name }).first().getAttribute("href");
    const response = await fetch(new URL(href ?? "", `http://127.0.0.1:${server.port}/`));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(await readFile(join(out, name), "utf8"));
  });

  it("finds an operation with its search", async () => {
    const { page } = browser;
    const dialog = page.getByTestId("search-dialog");
    // The page is shown before it listens to keys.
    await vi.waitFor(
      async () => {
        await page.keyboard.press("Control+k");
        await dialog.waitFor({ timeout: 1000 });
      },
      { timeout: 50_000 },
    );
    await dialog.getByPlaceholder("Search docs").fill("capture");
    await dialog.getByText("Capture a payment").first().waitFor();
    await page.keyboard.press("Escape");
  });

  it("sends no request to another host, and reports no error", () => {
    const foreign = browser.requests.filter(
      (url) => !url.startsWith(address) && !/^(?:data|about|blob:http:\/\/docs\.vinr\.test)/.test(url),
    );
    expect(foreign).toEqual([]);
    expect(browser.errors).toEqual([]);
  });

  it("can be read as a plain file, without a server", async () => {
    const offline = await openPage();
    try {
      await offline.page.goto(`file://${join(out, "index.html")}`);
      for (const operation of operations.slice(0, 2)) await openEntry(offline.page, operation);
      expect(offline.errors).toEqual([]);
      expect(offline.requests.filter((url) => url.startsWith("http"))).toEqual([]);
    } finally {
      await offline.close();
    }
  });
});
