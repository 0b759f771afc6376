/// <reference lib="dom" />
/** The link beside Run: from the built site to a sandbox that runs on the reader's machine. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningSandbox } from "../../packages/sandbox/src/cli/serve.ts";
import { serveForTest, throwError } from "../../packages/sandbox/test/testing/serve.ts";
import { Visitor } from "../../packages/sandbox/test/testing/visitor.ts";
import { loadSpec } from "../../scripts/read/document/load-spec.ts";
import { buildModel } from "../../scripts/read/model/build-model.ts";
import { operationSlug } from "../reference/addresses.ts";
import { executablePath } from "../testing/browser.ts";
import { useSite } from "../testing/use-site.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const api = buildModel(await loadSpec(at("../../spec/openapi.yaml")));
const find = (id: string) => api.operations.find(({ operationId }) => operationId === id) ?? api.operations[0];

/** The link of an operation's page, as a URL, and its other attributes. */
async function readLink(slug: string): Promise<{ url: URL; attributes: string }> {
  const page = await readFile(at(`../dist/${slug}/index.html`), "utf8");
  const [, href = "", attributes = ""] = /<a href="([^"]+)"([^>]*)>Open in your local sandbox<\/a>/.exec(page) ?? [];
  return { url: new URL(href.replaceAll("&amp;", "&").replaceAll("&#38;", "&")), attributes };
}

describe("the link to a local sandbox", () => {
  it.each(api.operations)("has the sample's own request in its fragment: $operationId", async (operation) => {
    const { url, attributes } = await readLink(operationSlug(operation));
    expect([url.origin, url.pathname, url.search]).toEqual(["http://127.0.0.1:4020", "/window/send", ""]);
    expect(attributes).toContain('target="_blank"');
    expect(attributes).toContain('rel="noopener"');
    const request = Object.fromEntries(new URLSearchParams(url.hash.slice(1)));
    expect(request.method).toBe(operation.method.toUpperCase());
    const path = operation.path.split("{")[0];
    expect(request.path?.startsWith(`${api.basePath}${path}`)).toBe(true);
    expect(request.path).not.toMatch(/[{}]|%7B/);
    const body = operation.requestBody?.content[0]?.examples[0]?.value;
    expect(request.body === undefined ? undefined : JSON.parse(request.body)).toEqual(body);
  });
});

describe.skipIf(executablePath === undefined)("in a browser, the link to a local sandbox", () => {
  const site = useSite();
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await serveForTest(throwError);
  });
  afterAll(() => sandbox?.close());

  /** Follows the link of an operation's page, to the sandbox of this test rather than to port 4020. */
  async function follow(id: string) {
    const { page, origin } = site;
    const operation = find(id);
    await page.goto(`${origin}/${operation === undefined ? "" : operationSlug(operation)}/`);
    const link = page.getByRole("link", { name: "Open in your local sandbox" });
    await link.evaluate((anchor: HTMLAnchorElement, to) => {
      anchor.href = anchor.href.replace("http://127.0.0.1:4020", to);
    }, sandbox.origin);
    const [opened] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
    await opened.getByText("A link filled this in.").waitFor();
    return opened;
  }

  it("opens the request in a tab of its own, where the reader sends it", async () => {
    const opened = await follow("createPayment");
    expect(await opened.evaluate(() => window.opener)).toBeNull();
    expect(await new Visitor(sandbox.origin).read("/window/requests")).toContain("No requests yet");
    await opened.getByRole("button", { name: "Send" }).click();
    await opened.getByRole("heading", { name: "Response 201" }).waitFor();
    expect(await new Visitor(sandbox.origin).read("/")).toContain("1 in all");
    await opened.close();
  });

  it("carries ids as they are: an object that is not there is a 404, and its id can be edited", async () => {
    const opened = await follow("retrievePayment");
    await opened.getByRole("button", { name: "Send" }).click();
    await opened.getByRole("heading", { name: "Response 404" }).waitFor();
    await opened.getByRole("link", { name: "Edit and send again" }).click();
    await opened.getByLabel("Path").fill("/v1/payments");
    await opened.getByRole("button", { name: "Send" }).click();
    await opened.getByRole("heading", { name: "Response 200" }).waitFor();
    await opened.close();
  });

  it("is sent nothing by the page itself", () => {
    const foreign = site.browser.requests.filter((url) => !url.startsWith(site.origin));
    expect(foreign.filter((url) => !url.startsWith(`${sandbox.origin}/`))).toEqual([]);
    expect(foreign.filter((url) => url.includes("amount"))).toEqual([]);
    expect(site.browser.errors).toEqual([]);
  });
});
