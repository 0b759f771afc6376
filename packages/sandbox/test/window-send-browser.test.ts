/// <reference lib="dom" />
/** The window's page on which requests are written, in a real browser: links that fill it in, and a keyboard. */
import { Vinr } from "@vinr/client";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { findViolations, prepareAxe } from "../../../docs/testing/axe.ts";
import { executablePath, host, openPage, type Watched } from "../../../docs/testing/browser.ts";
import type { RunningSandbox } from "../src/cli/serve.js";
import { listenOn } from "./testing/hosted.js";
import { serveForTest, throwError } from "./testing/serve.js";
import { Visitor } from "./testing/visitor.js";

const body = '{ "amount": 1000, "currency": "EUR", "returnUrl": "https://shop.example/return" }';

describe.skipIf(executablePath === undefined)("in a browser, the page that sends a request", () => {
  let sandbox: RunningSandbox;
  let vinr: Vinr;
  let watched: Watched;
  let page: Watched["page"];
  beforeAll(async () => {
    sandbox = await serveForTest(throwError);
    vinr = new Vinr({ secretKey: "sk_test_sandbox", baseUrl: `${sandbox.origin}/v1`, maxRetries: 0 });
    watched = await openPage();
    page = watched.page;
  });
  afterAll(async () => {
    await watched?.close();
    await sandbox?.close();
  });
  beforeEach(async () => {
    // Another document, so that a fragment alone is not a change of the one that is open.
    await page.goto("about:blank");
    watched.requests.length = 0;
    watched.errors.length = 0;
  });

  /** Follows a link with a request in its fragment. */
  async function follow(request: Record<string, string> | string): Promise<void> {
    await page.goto(`${sandbox.origin}/window/send#${new URLSearchParams(request)}`);
    await page.locator("[data-filled]:visible, [data-unusable]:visible").waitFor();
  }

  const fields = (): Promise<string[]> =>
    page.evaluate(() =>
      ["method", "path", "body", "idempotencyKey"].map(
        (id) => (document.getElementById(id) as HTMLInputElement | null)?.value ?? "",
      ),
    );

  it("is filled in by a link, and sends nothing until Send is pressed", async () => {
    await follow({ method: "POST", path: "/v1/payments", body, idempotencyKey: "order-1" });
    expect(await fields()).toEqual(["POST", "/v1/payments", body, "order-1"]);
    await page.getByText("Nothing is sent until you press Send").waitFor();
    expect(await new Visitor(sandbox.origin).read("/window/requests")).toContain("No requests yet");
    // The fragment is in no request.
    expect(watched.requests.filter((url) => url.includes("amount"))).toEqual([]);
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("heading", { name: "Response 201" }).waitFor();
    expect((await vinr.payments.list()).data.length).toBe(1);
    // A reload asks for the log, and does not send it again.
    await page.reload();
    expect((await vinr.payments.list()).data.length).toBe(1);
    expect(watched.errors).toEqual([]);
  });

  it.each([
    ["another site", { path: "https://evil.example/v1/payments" }],
    ["another site without a scheme", { path: "//evil.example/v1/payments" }],
    ["a script", { path: "javascript:alert(1)" }],
    ["another path of this server", { path: "/v1/../sandbox/resets" }],
    ["another method", { path: "/v1/payments", method: "TRACE" }],
    ["a long key", { path: "/v1/payments", idempotencyKey: "x".repeat(256) }],
    ["a body of 2 MB", { path: "/v1/payments", method: "POST", body: "x".repeat(2_000_000) }],
  ])("takes nothing of a link with %s", async (_, request) => {
    // Such an address is too long for one that is typed, but not for one that a page leads to.
    await page.goto(`${sandbox.origin}/window/send`);
    await page.evaluate((text) => {
      location.hash = text;
    }, new URLSearchParams(request).toString());
    await page.getByText("nothing was filled in").waitFor();
    expect(await fields()).toEqual(["GET", "/v1/payments", "", ""]);
    expect(watched.errors).toEqual([]);
  });

  it("shows HTML of a link as text", async () => {
    const hostile = `</textarea><img src=x onerror="document.title='struck'"><script>document.title='struck'</script>`;
    await follow({ method: "POST", path: `/v1/${hostile}`, body: hostile, idempotencyKey: hostile });
    expect(await fields()).toEqual(["POST", `/v1/${hostile}`, hostile, hostile]);
    expect(await page.title()).toBe("Send a request · VINR sandbox");
    expect(await page.locator("main img, main script").count()).toBe(0);
  });

  it("is not changed by the page that opened it, once a reader has seen it", async () => {
    const opener = await listenOn((_, response) => {
      response.setHeader("content-type", "text/html").end("<button>Open</button>");
    });
    await page.goto(opener.replace("127.0.0.1", host));
    const opened = page.context().waitForEvent("page");
    const address = `${sandbox.origin}/window/send`;
    await page.evaluate((to) => {
      document.querySelector("button")?.addEventListener("click", () => {
        const tab = window.open(`${to}#method=GET&path=/v1/payments?limit=1`);
        // As soon as the reader is back here.
        addEventListener("focus", () => tab?.location.replace(`${to}#method=POST&path=/v1/webhooks`));
      });
    }, address);
    await page.getByRole("button").click();
    const tab = await opened;
    onTestFinished(() => tab.close());
    await tab.locator("[data-filled]:visible").waitFor();
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    // Long enough for a change of the fragment, which takes one turn.
    await tab.waitForTimeout(200);
    expect(await tab.getByLabel("Path").inputValue()).toBe("/v1/payments?limit=1");
    expect(await tab.getByLabel("Method").inputValue()).toBe("GET");
  });

  it("is not filled in by the anchor of its content", async () => {
    await page.goto(`${sandbox.origin}/window/send#main`);
    await page.getByText("Live", { exact: true }).waitFor();
    expect(await page.locator("[data-filled]:visible, [data-unusable]:visible").count()).toBe(0);
  });

  it("says by which account it sends, where a link from elsewhere opened another one", async () => {
    await new Visitor(sandbox.origin).post("/window/account", { key: "sk_test_other" });
    await follow({ method: "POST", path: "/v1/payments", body });
    const { hostname } = new URL(sandbox.origin);
    const cookie = { name: "vinr_sandbox_key", value: "sk_test_other", domain: hostname, path: "/" };
    await page.context().addCookies([{ ...cookie, httpOnly: true, sameSite: "Strict" }]);
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("alert").filter({ hasText: "the account is now other" }).waitFor();
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("heading", { name: "Response 201" }).waitFor();
    await page.context().clearCookies();
    const other = new Vinr({ secretKey: "sk_test_other", baseUrl: `${sandbox.origin}/v1` });
    expect((await other.payments.list()).data.length).toBe(1);
  });

  it("is used by keyboard alone: written, sent, edited and sent again", async () => {
    const before = (await vinr.payments.list()).data.length;
    await page.goto(`${sandbox.origin}/window/send`);
    await tabTo("method");
    await page.keyboard.type("POST");
    await tabTo("body");
    await page.keyboard.type(body);
    await tabTo("button Send");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Response 201" }).waitFor();
    await tabTo("a Edit and send again");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/window/send?request=*");
    await tabTo("button Send");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Response 201" }).waitFor();
    expect((await vinr.payments.list()).data.length).toBe(before + 2);
  });

  /** Goes on with the Tab key to an element by its id, or by its tag and its text: the navigation has a link named Send, too. */
  async function tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const { id = "", localName = "", textContent = "" } = document.activeElement ?? {};
        return [id, `${localName} ${textContent}`];
      });
      if (focused.includes(name)) return;
    }
    throw new Error(`The Tab key does not reach ${name}.`);
  }

  it("has no violation of WCAG 2.2 AA where something is wrong, in light and dark, and fits a phone", async () => {
    await follow({ method: "GET", path: "/v1/payments", body, idempotencyKey: "two words" });
    await page.getByLabel("Path").fill("/v2/payments");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("Nothing was sent. See the fields below.").waitFor();
    await prepareAxe(page);
    const problems: string[] = [];
    for (const [width, colorScheme] of [
      [1280, "light"],
      [360, "light"],
      [360, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      problems.push(...(await findViolations(page)).map((problem) => `${width} px, ${colorScheme}: ${problem}`));
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      const name = `sending-with-problems-${width}-${colorScheme}.png`;
      if (process.env.SCREENSHOTS)
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}`, fullPage: true });
    }
    expect(problems).toEqual([]);
  });
});
