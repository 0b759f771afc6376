/** The window on an account, as the command serves it, to a browser without scripts. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Vinr } from "@vinr/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RunningSandbox } from "../src/cli/serve.js";
import { listenOn } from "./testing/hosted.js";
import { type ServeOptions, serveForTest } from "./testing/serve.js";
import { Visitor } from "./testing/visitor.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

let errors: unknown[];
let sandbox: RunningSandbox;
let vinr: Vinr;
let visitor: Visitor;
beforeEach(() => serve());
afterEach(async () => {
  await sandbox.close();
  expect(errors).toEqual([]);
});

async function serve(changed: Partial<ServeOptions> = {}): Promise<void> {
  await sandbox?.close();
  errors = [];
  sandbox = await serveForTest((error) => errors.push(error), changed);
  const origin = sandbox.origin.replace("0.0.0.0", "127.0.0.1");
  vinr = clientOf("sandbox");
  visitor = new Visitor(origin);
}

function clientOf(account: string): Vinr {
  const baseUrl = `${sandbox.origin.replace("0.0.0.0", "127.0.0.1")}/v1`;
  return new Vinr({ secretKey: `sk_test_${account}`, baseUrl, maxRetries: 0 });
}

/** The words of a page: what is in `main`, without tags. */
function wordsOf(source: string): string {
  const main = source.slice(source.indexOf("<main"));
  return main
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"');
}

const wordsAt = async (path: string): Promise<string> => wordsOf(await visitor.read(path));
const press = async (path: string, fields: Record<string, string> = {}) => wordsOf(await visitor.press(path, fields));

describe("payments", () => {
  it("are listed with the newest first, 25 on a page, and each page leads to the next by the API's cursors", async () => {
    for (let count = 1; count <= 27; count++)
      await vinr.payments.create({ ...newPayment, description: `Order ${count}.` });
    const first = await visitor.read("/");
    expect([...first.matchAll(/Order (\d+)\./g)].map(([, order]) => Number(order))).toEqual(
      Array.from({ length: 25 }, (_, index) => 27 - index),
    );
    expect(wordsOf(first)).toContain("27 in all");
    const [, older = ""] = /href="(\/\?starting_after=[^"]*)"/.exec(first) ?? [];
    const second = await visitor.read(older);
    expect(wordsOf(second)).toMatch(/Order 2\..*Order 1\./);
    const [, newer = ""] = /href="(\/\?ending_before=[^"]*)"/.exec(second) ?? [];
    expect(await wordsAt(newer)).toMatch(/Order 27\..*Order 3\./);
  });

  it("are created by a form, and the page tells the request that it made", async () => {
    const words = await press("/window/payments", { amount: "1299", currency: "JPY", description: "A lamp" });
    expect(words).toMatch(/Done: POST \/v1\/payments 201 .*¥1,299 pending.*A lamp · pay_/);
    expect((await vinr.payments.list()).data).toMatchObject([{ amount: 1299, currency: "JPY", description: "A lamp" }]);
  });

  it("tell an error of the API in its words, with its documentation", async () => {
    const source = await visitor.press("/window/payments", { amount: "0", currency: "EUR" });
    expect(wordsOf(source)).toContain("amount must be");
    expect(source).toContain('href="https://docs.vinr.com/errors/parameter_invalid"');
  });

  it("show their history, from the creation to a refund and a dispute", async () => {
    const { id } = await vinr.payments.create({ ...newPayment, metadata: { order: "1042" } });
    const at = `/window/payments/${id}`;
    expect(await wordsAt(at)).toMatch(/Created .* payment.created Expires/);
    expect(await press(`${at}/pay`, { card: "4000000000003220", state: "pending" })).toContain(
      "Waiting for 3-D Secure",
    );
    expect(await press(`${at}/challenge`, { result: "passed" })).toContain("Completed: the amount is captured");
    expect(await press(`${at}/refund`, { amount: "400", state: "0" })).toMatch(/Refund on its way · €4.00/);
    expect(await press(`${at}/dispute`, { state: "1" })).toMatch(
      /opened a dispute · €6.00.*Disputes €6.00 dp_\S+ open/,
    );
    await visitor.press("/window/clock", { move: "hour", state: "then" });
    const [dispute = ""] = /dp_[0-9a-z]+/.exec(await visitor.read(at)) ?? [];
    const words = await press(`/window/disputes/${dispute}`, { outcome: "won", back: at });
    expect(words).toMatch(/Refund reached the customer.*The dispute is resolved/);
    expect(words).toContain("metadata.order 1042");
  });

  it("are captured and cancelled", async () => {
    const create = async () => {
      const { id } = await vinr.payments.create({ ...newPayment, capture: false });
      await visitor.press(`/window/payments/${id}/pay`, { card: "4242424242424242", state: "pending" });
      return `/window/payments/${id}`;
    };
    expect(await press(`${await create()}/capture`, { amount: "700" })).toMatch(/Captured €7.00/);
    expect(await press(`${await create()}/cancel`)).toContain("cancelled is a final status");
  });

  it("tell the requests about them, also the one that created them", async () => {
    const { id } = await vinr.payments.create(newPayment);
    await vinr.payments.list();
    await vinr.payments.cancel(id);
    const [, requests = ""] = (await wordsAt(`/window/payments/${id}`)).split("Requests for this payment");
    expect(requests.match(/(GET|POST) \S+/g)).toEqual([`POST /v1/payments/${id}/cancel`, "POST /v1/payments"]);
  });

  it("of a file have the same life after another start", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vinr-window-"));
    try {
      const storage = { kind: "file", path: join(folder, "shop.db") } as const;
      await serve({ storage });
      const { id } = await vinr.payments.create(newPayment);
      await visitor.press(`/window/payments/${id}/pay`, { card: "4242424242424242", state: "pending" });
      await visitor.press(`/window/payments/${id}/refund`, { amount: "", state: "0" });
      await serve({ storage });
      expect(await wordsAt(`/window/payments/${id}`)).toMatch(/Created.*Completed.*Refund on its way · €10.00/);
      expect(await wordsAt("/window/balance")).toContain("EUR €9.66");
      expect(await wordsAt("/window/requests")).toContain("No requests yet");
    } finally {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
      await serve();
    }
  });

  it("that do not exist have a page that says so", async () => {
    const response = await visitor.get("/window/payments/pay_none");
    expect([response.status, wordsOf(await response.text())]).toEqual([
      404,
      expect.stringContaining("That did not work"),
    ]);
  });
});

describe("a button", () => {
  it("that is pressed twice acts once", async () => {
    const { id } = await vinr.payments.create(newPayment);
    const at = `/window/payments/${id}`;
    await visitor.press(`${at}/pay`, { card: "4242424242424242", state: "pending" });
    await Promise.all([0, 1].map(() => visitor.press(`${at}/refund`, { amount: "100", state: "0" })));
    expect((await vinr.refunds.list()).data.length).toBe(1);
    await visitor.press(`${at}/refund`, { amount: "100", state: "1" });
    expect((await vinr.refunds.list()).data.length).toBe(2);
  });

  it("that is pressed after a fault's decline asks the bank again, and twice from one page asks once", async () => {
    const { id } = await vinr.payments.create({ ...newPayment, capture: false });
    const at = `/window/payments/${id}`;
    await visitor.press(`${at}/pay`, { card: "4242424242424242", state: "pending" });
    await fetch(`${sandbox.origin}/sandbox/faults`, {
      method: "POST",
      headers: { "x-api-key": "sk_test_sandbox", "content-type": "application/json" },
      body: JSON.stringify({ operation: "capturePayment", code: "card_declined", times: 1 }),
    });
    const stateOf = (page: string) =>
      /capture"><input type="hidden" name="state" value="([^"]*)"/.exec(page)?.[1] ?? "";
    const [first] = await Promise.all([0, 1].map(() => visitor.press(`${at}/capture`, { amount: "1000", state: "" })));
    expect((await vinr.payments.retrieve(id)).status).toBe("authorized");
    const words = await press(`${at}/capture`, { amount: "1000", state: stateOf(first ?? "") });
    expect(words).toContain("Captured €10.00");
  });

  it("leads back to a page of the window, and to no other address", async () => {
    const move = (back: string) => visitor.post("/window/clock", { move: "hour", state: back, back });
    expect((await move("/window/events?starting_after=evt_1")).headers.get("location")).toMatch(
      /^\/window\/events\?starting_after=evt_1&did=req_/,
    );
    for (const back of ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]) {
      expect((await move(back)).headers.get("location")).toMatch(/^\/\?did=req_/);
    }
  });
});

describe("events", () => {
  let shop: ReturnType<typeof createServer>;
  let statuses: number[];
  let forwardTo: string;
  beforeEach(async () => {
    statuses = [];
    shop = createServer((request, response) => {
      request.resume();
      response.writeHead(statuses.shift() ?? 200, { "x-shop": "<b>" }).end('{"note":"<script>of the shop</script>"}');
    });
    shop.listen(0, "127.0.0.1");
    await once(shop, "listening");
    forwardTo = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/hooks`;
    await serve({ forwardTo });
  });
  afterEach(() => {
    shop.closeAllConnections();
    shop.close();
  });

  /** The page of the newest event, once it has some words. */
  async function eventPage(words: string): Promise<{ path: string; source: string }> {
    const [, path = ""] = /href="(\/window\/events\/evt_[^"]*)"/.exec(await visitor.read("/window/events")) ?? [];
    for (;;) {
      const source = await visitor.read(path);
      if (wordsOf(source).includes(words)) return { path, source };
    }
  }

  it("really happen when a button asks for one, and show each attempt with headers, bodies and the next retry", async () => {
    statuses = [500];
    expect(await press("/window/events", { type: "payment.created" })).toContain("Test event");
    const { source } = await eventPage("Response");
    const words = wordsOf(source);
    expect(words).toMatch(/Delivery pending To http:\/\/127.0.0.1:\d+\//);
    expect(words).toMatch(/Next retry \d/);
    expect(words).toMatch(/500 .* POST http:\/\/127.0.0.1:\d+\//);
    expect(words).toMatch(/x-vinr-signature v1=[0-9a-f]{64} x-vinr-timestamp \d+/);
    expect(source).toContain("&lt;script&gt;of the shop&lt;/script&gt;");
    expect(source).not.toContain("<script>of");
  });

  it("show deliveries to a deleted endpoint as stopped, without a next retry", async () => {
    await serve();
    const { id } = await vinr.webhooks.create({ url: "https://127.0.0.1:1/hooks", enabled_events: ["*"] });
    await vinr.payments.create(newPayment);
    const { path } = await eventPage("Next retry");
    await vinr.webhooks.delete(id);
    const words = await wordsAt(path);
    expect(words).toContain("Delivery stopped");
    expect(words).not.toContain("Next retry");
    expect(await wordsAt("/window/events")).toContain("stopped");
  });

  it("are sent again by Replay", async () => {
    statuses = [500];
    await visitor.press("/window/events", { type: "payment.created" });
    const { path, source } = await eventPage("Response");
    const [, delivery = ""] = /action="(\/window\/deliveries\/dlv_[^"]*)"/.exec(source) ?? [];
    const words = await press(delivery, { state: "1", back: path });
    expect(words).toMatch(/Done: POST \/sandbox\/deliveries\/dlv_\S+\/replays 201.*Delivery succeeded/);
    expect(words).toContain("replay");
  });

  it.each(["payment.completed", "payment.failed", "payment.cancelled", "refund.created", "dispute.opened"])(
    "have %s among those that a button makes happen",
    async (type) => {
      expect(await press("/window/events", { type })).toContain(`${type}`);
      expect(await wordsAt("/window/events")).toContain(type);
    },
  );
});

describe("the clock", () => {
  const now = async (): Promise<number> => {
    const headers = { "x-api-key": "sk_test_sandbox" };
    const clock = (await (await fetch(`${sandbox.origin}/sandbox/clock`, { headers })).json()) as { now: string };
    return Date.parse(clock.now);
  };

  it("goes to the next settlement, which then is listed with its lines and in the balance", async () => {
    // From a midnight on, so that the wall's clock brings none in between.
    await visitor.press("/window/clock", { move: "settlement", state: "" });
    const { id } = await vinr.payments.create(newPayment);
    await visitor.press(`/window/payments/${id}/pay`, { card: "4242424242424242", state: "pending" });
    expect(await wordsAt("/window/balance")).toMatch(/EUR €9.66 €9.66 since midnight, €0.00 settled/);
    await visitor.press("/window/clock", { move: "settlement", state: new Date(await now()).toISOString() });
    expect((await now()) % 86_400_000).toBeLessThan(3_600_000);
    const list = await visitor.read("/window/settlements");
    expect(wordsOf(list)).toMatch(/1 in all.*€9.66.* pending/);
    const [path = ""] = /\/window\/settlements\/setl_[0-9a-z]+/.exec(list) ?? [];
    expect(await wordsAt(path)).toMatch(/Lines \(1\) €9.66 payment pay_\S+ €10.00 gross, -€0.34 fee/);
    expect(await wordsAt("/window/balance")).toMatch(/EUR €9.66 €0.00 since midnight, €9.66 settled/);
    for (const state of ["1", "2", "3"]) await visitor.press("/window/clock", { move: "day", state });
    const balance = await visitor.read("/window/balance");
    expect(wordsOf(balance)).toMatch(/EUR €0.00 €0.00 since midnight, €0.00 settled/);
    expect(balance).toContain(
      'aria-label="The balance in EUR: €0.00 at first, €9.66 at most, €0.00 at least, €0.00 now."',
    );
  });

  it("goes to the next midnight from a page that showed a later time, before the account was reset", async () => {
    const before = await now();
    await visitor.press("/window/clock", {
      move: "settlement",
      state: new Date(before + 300 * 86_400_000).toISOString(),
    });
    expect(await now()).toBeLessThan(before + 2 * 86_400_000);
  });

  it("goes to one midnight where that is pressed again while deliveries are sent on the way", async () => {
    let count = 0;
    let onRetry = (): void => undefined;
    const forwardTo = await listenOn((request, response) => {
      request.resume();
      count += 1;
      if (count === 2) onRetry();
      response.writeHead(500).end();
    });
    await serve({ forwardTo });
    const toSettlement = async (state: string) => visitor.press("/window/clock", { move: "settlement", state });
    await toSettlement("");
    const midnight = await now();
    const state = new Date(midnight).toISOString();
    await vinr.payments.create(newPayment);
    while (count === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const second = new Promise<string>((resolve) => {
      onRetry = () => resolve(toSettlement(state));
    });
    await toSettlement(state);
    await second;
    expect(Math.round(((await now()) - midnight) / 3_600_000)).toBe(24);
  });

  it.each(["hour", "settlement"])(
    "is not moved by a click, to go on by %s, that waited for another one when the account was reset",
    async (move) => {
      let count = 0;
      let waiting: Promise<string> | undefined;
      const forwardTo = await listenOn(async (request, response) => {
        request.resume();
        count += 1;
        if (count === 2) {
          waiting = visitor.press("/window/clock", { move, state: "" });
          await new Promise((resolve) => setTimeout(resolve, 200));
          const headers = { "x-api-key": "sk_test_sandbox" };
          await fetch(`${sandbox.origin}/sandbox/resets`, { method: "POST", headers });
        }
        response.writeHead(500).end();
      });
      await serve({ forwardTo });
      await vinr.payments.create(newPayment);
      while (count === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      await visitor.press("/window/clock", { move: "day", state: "1" });
      expect(await waiting).toContain("<main");
      expect(Math.abs((await now()) - Date.now())).toBeLessThan(60_000);
    },
  );

  it("goes an hour and a day", async () => {
    const before = await now();
    await visitor.press("/window/clock", { move: "hour", state: "1" });
    await visitor.press("/window/clock", { move: "day", state: "2" });
    expect(Math.round(((await now()) - before) / 3_600_000)).toBe(25);
  });
});

describe("search", () => {
  it("finds an object and a request by their ids, and leads to the page that has them", async () => {
    const { data: payment, requestId } = await vinr.payments.create(newPayment).withResponse();
    await visitor.press(`/window/payments/${payment.id}/pay`, { card: "4242424242424242", state: "pending" });
    const refund = await vinr.refunds.create({ payment: payment.id });
    const locationOf = async (id: string) => (await visitor.get(`/window/find?id=${id}`)).headers.get("location");
    expect(await locationOf(payment.id)).toBe(`/window/payments/${payment.id}`);
    expect(await locationOf(refund.id)).toBe(`/window/payments/${payment.id}`);
    expect(await locationOf(requestId ?? "")).toMatch(/^\/window\/requests\/\d+$/);
    expect((await visitor.get("/window/find?id=pay_none")).status).toBe(404);
  });
});

describe("the stream of changes", () => {
  const open = () => fetch(`${sandbox.origin}/window/live`);

  it("tells that something happened in the account, and nothing of it; another account's changes are not told", async () => {
    const response = await open();
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    const readUntil = async (words: string) => {
      while (!text.includes(words)) text += (await reader?.read())?.value ?? "";
    };
    await readUntil("retry");
    await clientOf("other").payments.create(newPayment);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await vinr.payments.create(newPayment);
    await readUntil("event");
    expect(text).toBe("retry: 2000\n\nevent: change\ndata:\n\n");
    await reader?.cancel();
  });

  it("ends when the server stops, which it does not hold up", async () => {
    const response = await open();
    await sandbox.close();
    expect(await response.text()).toContain("retry");
    await serve();
  });

  it("is open for a bounded number of pages, and again when one is closed", async () => {
    const streams = await Promise.all(Array.from({ length: 20 }, open));
    expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
    expect((await open()).status).toBe(503);
    await streams[0]?.body?.cancel();
    while ((await open()).status !== 200) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const { body } of streams.slice(1)) await body?.cancel();
  });

  it("is not opened by a HEAD, which would leave it without a reader", async () => {
    for (let count = 0; count < 25; count++) await fetch(`${sandbox.origin}/window/live`, { method: "HEAD" });
    const response = await open();
    expect(response.status).toBe(200);
    await response.body?.cancel();
  });
});

describe("payments of one status", () => {
  it("are found among the last ones, from where an older page goes on", async () => {
    for (let count = 1; count <= 60; count++) {
      const { id } = await vinr.payments.create({ ...newPayment, description: `Order ${count}.` });
      if (count % 2 === 0) await vinr.payments.cancel(id);
    }
    const first = await visitor.read("/?status=cancelled");
    const ordersOf = (source: string) => [...source.matchAll(/Order (\d+)\./g)].map(([, order]) => Number(order));
    expect(ordersOf(first)).toEqual(Array.from({ length: 25 }, (_, index) => 60 - 2 * index));
    const [, older = ""] = /href="(\/\?status=cancelled&amp;starting_after=[^"]*)"/.exec(first) ?? [];
    expect(ordersOf(await visitor.read(older.replace("&amp;", "&")))).toEqual([10, 8, 6, 4, 2]);
    expect(await wordsAt("/?status=expired")).toContain("None of the 60 payments searched is expired");
  });
});
