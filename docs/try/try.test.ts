/// <reference lib="dom" />
/** Run in a real browser, on the built site, under the policy that it is deployed with. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadSpec } from "../../scripts/read/document/load-spec.ts";
import { buildModel } from "../../scripts/read/model/build-model.ts";
import { operationSlug } from "../reference/addresses.ts";
import { findViolations, prepareAxe } from "../testing/axe.ts";
import { executablePath, openPage, startBrowser, type Watched } from "../testing/browser.ts";
import { type SiteServer, startSiteServer } from "../testing/site-server.ts";
import { allNextSteps } from "./panel/next-steps.ts";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const api = buildModel(await loadSpec(fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url))));
const createPayment = "/reference/payments/create-payment/";
const quickstart = "/guides/quickstart/";

/** In a page: presses Run, and returns after how many milliseconds the status of the response is shown. */
function timeFirstRun(): Promise<number> {
  const status = document.querySelector("try-request .try-status");
  const start = performance.now();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (status?.textContent?.startsWith("201 ")) resolve(performance.now() - start);
    });
    if (status !== null) observer.observe(status, { childList: true });
    document.querySelector<HTMLElement>("try-request .try-run")?.click();
  });
}

describe("the worker", () => {
  it("takes at most 90 kB over the wire", async () => {
    const [name = ""] = (await readdir(join(dist, "_astro"))).filter((file) => /^worker\b.*\.js$/.test(file));
    const size = gzipSync(await readFile(join(dist, "_astro", name))).length;
    console.log(`The worker of the sandbox takes ${(size / 1000).toFixed(1)} kB gzip of at most 90.`);
    expect(size).toBeLessThanOrEqual(90_000);
  });
});

it("leads only to pages that there are", () => {
  const pages = new Set(api.operations.map((operation) => `/${operationSlug(operation)}/`));
  for (const { href } of allNextSteps) expect(pages).toContain(href);
});

describe.skipIf(executablePath === undefined)("in a browser, Run", () => {
  let server: SiteServer;
  let origin: string;
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    server = await startSiteServer(dist);
    browser = await startBrowser();
    // Browsers sign and hash on secure pages alone, and take this machine for one.
    origin = `http://127.0.0.1:${server.port}`;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(async () => {
    watched = await openPage({ browser });
    page = watched.page;
  });
  afterEach(async () => {
    const { requests, errors } = watched;
    await watched.close();
    expect(requests.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
    expect(errors).toEqual([]);
  });

  /** Presses Run, and waits for a status. */
  async function run(status: number): Promise<void> {
    await page.locator("try-request .try-run").click();
    await page.locator("try-request .try-status", { hasText: new RegExp(`^${status} `) }).waitFor();
  }

  const response = async (): Promise<Record<string, unknown>> =>
    JSON.parse((await page.getByRole("region", { name: "Response body" }).textContent()) ?? "");

  it.each(api.operations)("succeeds at the first press: $operationId", async (operation) => {
    await page.goto(`${origin}/${operationSlug(operation)}/`);
    const success = operation.responses.find(({ status }) => status.startsWith("2"))?.status;
    await run(Number(success));
  });

  it("loads nothing before it is pressed, and then a worker", async () => {
    await page.goto(origin + createPayment, { waitUntil: "networkidle" });
    const before = watched.requests.length;
    expect(watched.requests.some((url) => /worker|panel/.test(url))).toBe(false);
    await run(201);
    expect(watched.requests.slice(before).some((url) => url.includes("worker"))).toBe(true);
  });

  it.each([createPayment, quickstart])("moves nothing of %s when its script arrives", async (path) => {
    const findEnd = ({ page: shown }: Watched): Promise<number> =>
      shown.locator(".page-source").evaluate((end) => end.getBoundingClientRect().top);
    const waiting = await openPage({ browser });
    try {
      await waiting.page.route(/\/Try(?:Life|Request)[^/]*\.js$/, (route) => route.abort());
      await waiting.page.goto(origin + path);
      await page.goto(origin + path);
      expect(await page.locator(".try-run").first().isEnabled()).toBe(true);
      expect(await waiting.page.locator(".try-run").first().isEnabled()).toBe(false);
      expect(await findEnd(watched)).toBe(await findEnd(waiting));
    } finally {
      await waiting.close();
    }
  });

  it.each([createPayment, quickstart])(
    "says so on %s where the sandbox cannot be loaded, and starts it when it can",
    async (path) => {
      const isWorker = /\/worker[^/]*\.js$/;
      await page.route(isWorker, (route) => route.fulfill({ status: 503 }));
      await page.goto(origin + path);
      const button = page.locator(".try-run").first();
      const status = page.locator(".try-status").first();
      for (let presses = 0; presses < 2; presses++) {
        await button.click();
        await expect.poll(() => button.getAttribute("aria-busy")).toBeNull();
        expect(await status.textContent()).toContain("The sandbox could not be loaded.");
      }
      await page.unroute(isWorker);
      await button.click();
      await status.filter({ hasText: /^201 / }).waitFor();
      // The console has the worker that was not loaded.
      expect(watched.errors.filter((text) => !text.includes("503"))).toEqual([]);
      watched.errors.length = 0;
    },
  );

  describe("where its worker stops later, and another one cannot be loaded", () => {
    const isWorker = /\/worker[^/]*\.js$/;
    const problem = "The sandbox could not be loaded.";

    async function stopWorker(): Promise<void> {
      await page.route(isWorker, (route) => route.fulfill({ status: 503 }));
      const [worker] = page.workers();
      const closed = worker?.waitForEvent("close");
      await worker?.evaluate(() => {
        setTimeout(() => {
          throw new Error("stopped");
        });
      });
      await closed;
    }

    afterEach(() => {
      expect(watched.errors.filter((text) => !/503|stopped/.test(text))).toEqual([]);
      watched.errors.length = 0;
    });

    it("says so to a reader who types or presses Enter, and goes on when it can", async () => {
      await page.goto(`${origin}/reference/payments/retrieve-payment/`);
      await run(200);
      await stopWorker();
      const field = page.getByRole("textbox", { name: "id path" });
      const status = page.locator("try-request .try-status");
      await field.press("Enter");
      await status.filter({ hasText: problem }).waitFor();
      await status.evaluate((element) => element.replaceChildren());
      await field.fill("pay_none");
      await status.filter({ hasText: problem }).waitFor();
      await page.unroute(isWorker);
      await field.fill("pay_nothing");
      await expect.poll(() => status.textContent()).toBe("");
      await field.press("Enter");
      await status.filter({ hasText: /^404 / }).waitFor();
    });

    it("says so to a reader who ends a challenge, who can try again", async () => {
      await page.goto(origin + quickstart);
      const step = (name: string) => page.locator(`[data-step="${name}"]`);
      await step("create").getByRole("button").click();
      await step("create").locator(".try-status", { hasText: "201" }).waitFor();
      await step("pay").getByRole("combobox").selectOption("4000 0000 0000 3220");
      await step("pay").getByRole("button", { name: /^Run/ }).click();
      const pass = step("pay").getByRole("button", { name: "Pass" });
      await pass.waitFor();
      await stopWorker();
      await pass.click();
      await step("pay").locator(".try-status", { hasText: problem }).waitFor();
      await page.unroute(isWorker);
      await pass.click();
      await step("pay").locator(".try-status", { hasText: "authorized" }).waitFor();
    });
  });

  it("prints how long the first response takes", async () => {
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      await page.goto(origin + createPayment);
      times.push(await page.evaluate(timeFirstRun));
    }
    const median = times.sort((one, other) => one - other)[2] ?? 0;
    console.log(
      `From Run to the first response, with all that is loaded for it: ${Math.round(median)} ms of at most 300.`,
    );
    expect(times).toHaveLength(5);
  });

  it("shows the validators' messages at the fields while a reader types, and sends what is wrong all the same", async () => {
    await page.goto(origin + createPayment);
    await run(201);
    const body = page.getByRole("textbox", { name: /^Body/ });
    await body.fill('{\n  "amount": 0,\n  "currency": "EUR",\n  "returnUrl": "https://shop.example/return"\n}');
    const message = page.locator(".try-issues li", { hasText: "amount must be at least 1" });
    await message.waitFor();
    expect(await body.getAttribute("aria-invalid")).toBe("true");
    await message.getByRole("button", { name: "Line 2" }).click();
    const selected = await body.evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    );
    expect(selected).toBe('"amount": 0');
    await run(400);
    expect(await page.getByRole("link", { name: "parameter_invalid" }).last().getAttribute("href")).toBe(
      "/errors/parameter_invalid/",
    );
  });

  it("rejects an empty parameter of the path beside it", async () => {
    await page.goto(`${origin}/reference/payments/retrieve-payment/`);
    await run(200);
    await page.getByRole("textbox", { name: "id path" }).fill("");
    await page.locator(".try-issues li", { hasText: "id is required" }).waitFor();
    await page.getByRole("textbox", { name: "id path" }).fill("pay_none");
    await run(404);
  });

  it("keeps the sandbox for a reload and from page to page, and another tab has its own", async () => {
    await page.goto(origin + createPayment);
    await run(201);
    const { id } = await response();
    await page.goto(`${origin}/reference/payments/retrieve-payment/`);
    await run(200);
    expect((await response()).id).toBe(id);
    await page.reload();
    await run(200);
    expect((await response()).id).toBe(id);
    const other = await page.context().newPage();
    await other.goto(`${origin}/reference/payments/retrieve-payment/`);
    await other.locator("try-request .try-run").click();
    await other.locator(".try-status", { hasText: "Run needs a payment." }).waitFor();
    await other.close();
    await page.getByRole("button", { name: "Start over" }).click();
    await page.locator(".try-status", { hasText: "The sandbox is empty." }).waitFor();
    await page.reload();
    await run(200);
    expect((await response()).id).not.toBe(id);
  });

  it("starts over after a reload where the tab has no room for the sandbox, and says so", async () => {
    await page.goto(origin + quickstart);
    const [create, pay] = await page.locator("try-life [data-step] .try-run").all();
    await create?.click();
    await expect.poll(() => pay?.isEnabled()).toBe(true);
    await page.goto(origin + createPayment);
    await page.evaluate(() => {
      for (let size = 2 ** 23; size >= 1; size /= 2) {
        try {
          for (let i = 0; ; i++) sessionStorage.setItem(`${size} ${i}`, "x".repeat(size));
        } catch {}
      }
    });
    await run(201);
    await page.getByText("This browser cannot store the sandbox: a reload starts over.").waitFor();
    await page.goto(origin + quickstart);
    expect(await pay?.isEnabled()).toBe(false);
    await page.evaluate(() => sessionStorage.clear());
  });

  it("leads to a local sandbox with the request as the reader left it", async () => {
    await page.goto(origin + createPayment);
    const link = page.getByRole("link", { name: "Open in your local sandbox" });
    const sample = await link.getAttribute("href");
    await run(201);
    await page.getByRole("textbox", { name: /^Body/ }).fill('{ "amount": 5 }');
    const href = await link.getAttribute("href");
    expect(new URLSearchParams(href?.split("#")[1]).get("body")).toBe('{ "amount": 5 }');
    await page.getByRole("button", { name: "Start over" }).click();
    await page.locator(".try-status", { hasText: "The sandbox is empty." }).waitFor();
    expect(await link.getAttribute("href")).toBe(sample);
  });

  it("lets a customer fail, pass a challenge and pay, and shows the events", async () => {
    await page.goto(origin + createPayment);
    for (const [card, event] of [
      ["4000 0000 0000 0002", "payment.failed"],
      ["4000 0000 0000 3220", "payment.completed"],
      ["4242 4242 4242 4242", "payment.completed"],
    ] as const) {
      await run(201);
      await page.getByRole("combobox", { name: "Test card" }).selectOption(card);
      await page.getByRole("button", { name: "Pay", exact: true }).click();
      if (card.endsWith("3220")) await page.getByRole("button", { name: "Pass" }).click();
      await page.locator(".try-events li").first().filter({ hasText: event }).waitFor();
    }
  });

  it.each(["light", "dark"] as const)("has no violation of WCAG 2.2 AA and fits a phone, in %s", async (theme) => {
    const problems: string[] = [];
    for (const path of [createPayment, "/reference/settlements/list-settlement-transactions/", quickstart]) {
      await page.goto(origin + path);
      await page.evaluate((chosen) => {
        document.documentElement.dataset.theme = chosen;
      }, theme);
      await open(path);
      for (const width of [1280, 360]) {
        problems.push(...(await examine(width)).map((problem) => `${path} at ${width} px: ${problem}`));
        if (process.env.SCREENSHOTS) await takeScreenshot(`${path.split("/").at(-2)}-${theme}-${width}`);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    expect(problems).toEqual([]);
  });

  /** Runs all that a page has to run, with something wrong in it, and unfolds everything. */
  async function open(path: string): Promise<void> {
    if (path === quickstart) await liveToTheEnd();
    else await run(path === createPayment ? 201 : 200);
    if (path === createPayment) {
      await page.getByRole("textbox", { name: /^Body/ }).fill('{ "amount": 0 }');
      await page.locator(".try-issues li").first().waitFor();
    }
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>("details.try-details")) fold.open = true;
    });
    await prepareAxe(page);
  }

  /** Checks the page at a width, for violations and for overflow. */
  async function examine(width: number): Promise<string[]> {
    await page.setViewportSize({ width, height: 800 });
    const found = await findViolations(page, { within: "main" });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    return overflow > 0 ? [...found, `${overflow} px of overflow`] : found;
  }

  /** For people to look at: `SCREENSHOTS=folder`. */
  async function takeScreenshot(name: string): Promise<void> {
    const path = join(process.env.SCREENSHOTS ?? "", `${name}.png`);
    await page.locator("try-request, try-life").first().screenshot({ path });
  }

  /** Runs all steps of the quickstart. */
  async function liveToTheEnd(): Promise<void> {
    for (const step of await page.locator("try-life [data-step]").all()) {
      await step.getByRole("button", { name: /^Run: / }).click();
      await step.locator(".try-status:not(:empty)").waitFor();
    }
  }

  it("runs the sample of the home page", async () => {
    await page.goto(`${origin}/`);
    await run(201);
  });

  it("leads from the home page to a settled payment without leaving the site", async () => {
    await page.goto(`${origin}/`);
    await page
      .getByRole("main")
      .getByRole("link", { name: /quickstart/i })
      .first()
      .click();
    await page.waitForURL(/quickstart/);
    await liveToTheEnd();
    const result = page.locator('[data-step="settlement"]').getByRole("region", { name: "Result" });
    // 10.00 captured, 4.00 refunded, and the fee of 1.4 % and 0.20.
    expect(JSON.parse((await result.textContent()) ?? "")).toMatchObject({
      status: "paid",
      grossAmount: 1000,
      refundedAmount: 400,
      feeAmount: 34,
      netAmount: 566,
    });
    await page.locator(".try-events li").first().filter({ hasText: "settlement.completed" }).waitFor();
    // And on with the same sandbox, in the reference.
    await page.goto(`${origin}/reference/settlements/retrieve-settlement/`);
    await run(200);
    expect((await response()).netAmount).toBe(566);
  });

  it("takes a reader who has a keyboard alone through the life of a payment", async () => {
    await page.goto(origin + quickstart);
    const names = [
      "Create a payment",
      "The customer pays",
      "Capture the payment",
      "Refund part of it",
      "Let three days pass",
    ];
    for (const name of [...names, "See the settlement"]) await press(`Run: ${name}`);
    await page.locator('[data-step="settlement"] .try-status', { hasText: /^200 / }).waitFor();
  });

  /** Goes on with the Tab key to a button, and presses it once it can be pressed. */
  async function press(name: string): Promise<void> {
    await page.waitForFunction(
      (wanted) => document.querySelector<HTMLButtonElement>(`button[aria-label="${wanted}"]`)?.disabled === false,
      name,
    );
    for (let presses = 0; presses < 200; presses++) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
      if (focused === name) return page.keyboard.press("Enter");
    }
    throw new Error(`The Tab key does not reach ${name}.`);
  }

  it("remembers after a reload how far a reader was", async () => {
    await page.goto(origin + quickstart);
    const step = (name: string) => page.locator(`[data-step="${name}"]`);
    await step("create").getByRole("button").click();
    await step("create").locator(".try-status", { hasText: "201" }).waitFor();
    await page.reload();
    await step("pay").getByRole("button").click();
    await step("pay").locator(".try-status", { hasText: "authorized" }).waitFor();
    expect(await step("refund").getByRole("button").isDisabled()).toBe(true);
  });
});

describe.skipIf(executablePath === undefined)("without scripts", () => {
  it("nothing of Run is shown", async () => {
    const server = await startSiteServer(dist);
    const watched = await openPage({ hasScripts: false });
    try {
      for (const path of [createPayment, quickstart]) {
        await watched.page.goto(`http://127.0.0.1:${server.port}${path}`);
        expect(await watched.page.getByRole("button", { name: /^Run/ }).count()).toBe(0);
      }
    } finally {
      await watched.close();
      await server.close();
    }
  });
});
