/** Faults by the control API, and over real connections. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Vinr } from "@vinr/client";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { RunningSandbox } from "../src/cli/serve.js";
import { createSqliteStore } from "../src/sqlite.js";
import { createMemoryStore } from "../src/store/memory-store.js";
import { reportOutages } from "../src/store/report-outages.js";
import { type Records, type Store, StoreUnavailableError } from "../src/store/store.js";
import { Apis, type Asked } from "./testing/control.js";
import { open, readAll } from "./testing/raw.js";
import { serveForTest, throwError } from "./testing/serve.js";

const start = Date.UTC(2026, 3, 15, 10, 30);
const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
const failure = ({ status, body: { error } }: Asked) => [status, error?.code, error?.param];

/** Does the work of a transaction, and returns with its result whether it has claimed a delivery. */
async function doWork<T>(work: (records: Records) => Promise<T>, records: Records): Promise<[T, boolean]> {
  const put = vi.spyOn(records, "put");
  const result = await work(records);
  const hasClaimed = put.mock.calls.some(([kind, object]) => kind === "delivery" && "claim" in object);
  put.mockRestore();
  return [result, hasClaimed];
}

describe("a fault of the control API", () => {
  let apis: Apis;
  beforeEach(() => {
    apis = new Apis(start);
  });

  const statusOf = async () => {
    const { response } = await apis.vinr.payments.list().withResponse();
    return response.status;
  };

  it("strikes the account's requests as often as it says, and is listed until then", async () => {
    const set = await apis.post("/faults", { operation: "listPayments", status: 503, times: 2 });
    expect(set).toEqual({
      status: 201,
      replayed: false,
      body: { id: "flt_1", object: "fault", operation: "listPayments", status: 503, times: 2, count: 0 },
    });
    await expect(statusOf()).rejects.toMatchObject({ code: "service_unavailable" });
    const listed = await apis.get("/faults");
    expect(listed.body).toMatchObject({ object: "list", data: [{ id: "flt_1", count: 1 }], page: { has_more: false } });
    await expect(statusOf()).rejects.toMatchObject({ code: "service_unavailable" });
    expect(await statusOf()).toBe(200);
    expect((await apis.get("/faults")).body.data).toEqual([]);
  });

  it("strikes deliveries", async () => {
    await apis.vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    const set = await apis.post("/faults", { event: "*", kind: "delay", delay: { minutes: 5 }, percentage: 100 });
    expect(set.body).toMatchObject({ event: "*", kind: "delay", delay: { minutes: 5 }, percentage: 100 });
    await apis.vinr.payments.create(newPayment);
    await apis.post("/delivery-runs");
    expect(apis.received).toEqual([]);
    await apis.post("/clock/advances", { minutes: 5 });
    expect(apis.received).toEqual(["payment.created"]);
  });

  it("puts a delivery off once, whatever is replayed meanwhile", async () => {
    await apis.vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    await apis.post("/faults", { event: "*", kind: "delay", delay: { hours: 1 } });
    await apis.vinr.payments.create(newPayment);
    await apis.post("/delivery-runs");
    const { body } = await apis.get("/deliveries");
    apis.meanwhile = () => Promise.reject(new Error("The receiver is away."));
    await apis.post(`/deliveries/${(body.data as { id: string }[])[0]?.id}/replays`);
    apis.meanwhile = async () => undefined;
    expect(apis.received).toEqual(["payment.created"]);
    await apis.post("/clock/advances", { hours: 1 });
    expect(apis.received).toEqual(["payment.created", "payment.created"]);
  });

  it("strikes what is made after a restoration, whatever was put off before", async () => {
    await apis.vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    const { body: snapshot } = await apis.get("/snapshot");
    await apis.post("/faults", { event: "*", kind: "delay", delay: { minutes: 5 } });
    for (let round = 0; round < 2; round++) {
      await apis.vinr.payments.create(newPayment);
      await apis.post("/delivery-runs");
      expect(apis.received).toEqual([]);
      expect((await apis.post("/restorations", snapshot)).status).toBe(201);
    }
  });

  it("puts nothing off once more that was put off in the snapshot of a restoration", async () => {
    await apis.vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    await apis.post("/faults", { event: "*", kind: "delay", delay: { minutes: 5 } });
    await apis.vinr.payments.create(newPayment);
    await apis.post("/delivery-runs");
    await apis.post("/restorations", (await apis.get("/snapshot")).body);
    await apis.post("/clock/advances", { minutes: 5 });
    expect(apis.received).toEqual(["payment.created"]);
  });

  it("is removed when it is asked, and by a reset", async () => {
    const { body } = await apis.post("/faults", { operation: "*", status: 500 });
    expect((await apis.ask("DELETE", `/faults/${body.id}`)).status).toBe(204);
    expect(failure(await apis.ask("DELETE", `/faults/${body.id}`))).toEqual([404, "resource_not_found", undefined]);
    expect(await statusOf()).toBe(200);
    await apis.post("/faults", { operation: "*", status: 500 });
    await apis.post("/resets");
    expect(await statusOf()).toBe(200);
  });

  it("has at most a hundred faults, also where many are asked for at once", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vinr-faults-"));
    const store = await createSqliteStore(join(folder, "shop.db"));
    onTestFinished(async () => {
      await store.close();
      await rm(folder, { recursive: true });
    });
    apis = new Apis(start, { store });
    const add = () => apis.post("/faults", { operation: "listPayments", status: 503 });
    for (let count = 0; count < 99; count++) await add();
    await Promise.all(Array.from({ length: 24 }, add));
    const { status, body } = await apis.get("/faults");
    expect([status, (body.data as unknown[]).length]).toEqual([200, 100]);
  });

  describe("where the store loses what was asked for", () => {
    let isLosing: boolean;
    let isLosingClaims: boolean;
    beforeEach(() => {
      isLosing = false;
      isLosingClaims = false;
      const memory = createMemoryStore();
      const transact: Store["transact"] = (account, work) =>
        memory.transact(account, async (records) => {
          const [result, hasClaimed] = await doWork(work, records);
          if (isLosing || (isLosingClaims && hasClaimed)) throw new StoreUnavailableError("The disk is full.", {});
          return result;
        });
      apis = new Apis(start, { store: reportOutages({ ...memory, transact }) });
    });

    const lose = async (path: string, body?: unknown) => {
      isLosing = true;
      expect(failure(await apis.post(path, body, { "idempotency-key": "again" }))).toEqual([
        503,
        "service_unavailable",
        undefined,
      ]);
      isLosing = false;
    };

    it("is not set, and set once by whoever tries again", async () => {
      const fault = { operation: "listPayments", status: 503 };
      await lose("/faults", fault);
      expect(await statusOf()).toBe(200);
      await apis.post("/faults", fault, { "idempotency-key": "again" });
      expect((await apis.get("/faults")).body.data).toHaveLength(1);
    });

    it("strikes the attempt that is made where one could not be claimed", async () => {
      await apis.vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
      await apis.vinr.payments.create({ amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" });
      await apis.post("/faults", { event: "*", kind: "drop", times: 1 });
      isLosingClaims = true;
      expect((await apis.post("/delivery-runs")).status).toBe(503);
      expect((await apis.get("/faults")).body.data).toMatchObject([{ count: 0 }]);
      isLosingClaims = false;
      expect((await apis.post("/delivery-runs")).status).toBe(201);
      expect([apis.received, (await apis.get("/faults")).body.data]).toEqual([[], []]);
    });

    it("stays after a reset that did not happen", async () => {
      await apis.post("/faults", { operation: "listPayments", status: 503 });
      await lose("/resets");
      await expect(statusOf()).rejects.toMatchObject({ code: "service_unavailable" });
    });

    it("puts off nothing twice after a restoration that did not happen", async () => {
      await apis.vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
      await apis.post("/faults", { event: "*", kind: "delay", delay: { minutes: 5 } });
      await apis.vinr.payments.create(newPayment);
      await apis.post("/delivery-runs");
      await lose("/restorations", (await apis.get("/snapshot")).body);
      await apis.post("/clock/advances", { minutes: 5 });
      expect(apis.received).toEqual(["payment.created"]);
    });
  });

  describe("where the connection to the store is lost once it has committed", () => {
    let lost: "claims" | "everything" | "nothing";
    beforeEach(() => {
      lost = "nothing";
      const memory = createMemoryStore();
      const transact: Store["transact"] = async (account, work) => {
        let isLost = lost === "everything";
        const result = await memory.transact(account, async (records) => {
          const [done, hasClaimed] = await doWork(work, records);
          isLost ||= lost === "claims" && hasClaimed;
          return done;
        });
        if (isLost) throw new StoreUnavailableError("The connection was lost.", { mayHaveTakenEffect: true });
        return result;
      };
      apis = new Apis(start, { store: reportOutages({ ...memory, transact }) });
    });

    const askTwice = async (path: string, body?: unknown) => {
      const key = { "idempotency-key": "again" };
      lost = "everything";
      expect((await apis.post(path, body, key)).status).toBe(503);
      lost = "nothing";
      expect(await apis.post(path, body, key)).toMatchObject({ status: 201, replayed: true });
    };

    it("is set, as whoever tries again is told", async () => {
      await askTwice("/faults", { operation: "listPayments", status: 503, times: 1 });
      expect((await apis.get("/faults")).body.data).toHaveLength(1);
      await expect(statusOf()).rejects.toMatchObject({ code: "service_unavailable" });
      expect(await statusOf()).toBe(200);
    });

    it("strikes the attempt that is made, where the commit of its claim was lost", async () => {
      await apis.vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
      await apis.vinr.payments.create(newPayment);
      await apis.post("/faults", { event: "*", kind: "drop", times: 1 });
      lost = "claims";
      expect((await apis.post("/delivery-runs")).status).toBe(503);
      lost = "nothing";
      expect((await apis.post("/delivery-runs")).status).toBe(201);
      expect([apis.received, (await apis.get("/faults")).body.data]).toEqual([[], []]);
    });

    it("goes with a reset, as whoever tries again is told", async () => {
      await apis.post("/faults", { operation: "listPayments", status: 503 });
      await askTwice("/resets");
      expect(await statusOf()).toBe(200);
    });
  });

  it("strikes the attempt that is made, where the process stood still once it had claimed one", async () => {
    const memory = createMemoryStore();
    let stoodStill = 0;
    const transact: Store["transact"] = async (account, work) => {
      const [result, hasClaimed] = await memory.transact(account, (records) => doWork(work, records));
      if (hasClaimed && stoodStill === 0) stoodStill = 3_000;
      return result;
    };
    apis = new Apis(start, { store: { ...memory, transact } });
    await apis.vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    await apis.vinr.payments.create(newPayment);
    await apis.post("/faults", { event: "*", kind: "drop", times: 1 });
    stoodStill = 0;
    const now = performance.now.bind(performance);
    const clock = vi.spyOn(performance, "now").mockImplementation(() => now() + stoodStill);
    onTestFinished(() => clock.mockRestore());
    expect((await apis.post("/delivery-runs")).status).toBe(201);
    expect([stoodStill, apis.received, (await apis.get("/faults")).body.data]).toEqual([3_000, [], []]);
  });

  it("is another account's business", async () => {
    const other = { authorization: "Bearer sk_test_other" };
    const { body } = await apis.post("/faults", { operation: "*", status: 500 }, other);
    expect(await statusOf()).toBe(200);
    expect((await apis.get("/faults")).body.data).toEqual([]);
    expect(failure(await apis.ask("DELETE", `/faults/${body.id}`))).toEqual([404, "resource_not_found", undefined]);
  });

  it.each([
    [{ operation: "createPayment" }, "parameter_missing", "status"],
    [{ status: 503 }, "parameter_missing", "operation"],
    [{ operation: "createPayment", event: "*", status: 503 }, "parameters_exclusive", "operation"],
    [{ operation: "createPayment", status: 422 }, "parameter_invalid", "status"],
    [{ operation: "createPayment", status: 503, share: 0.5 }, "parameter_unknown", "share"],
    [{ operation: "createPayment", kind: "drop" }, "parameter_unknown", "kind"],
    [{ operation: "buyTea", status: 503 }, "parameter_invalid", "operation"],
    [{ event: "payment.completed", status: 503 }, "parameter_unknown", "status"],
    [{ event: "payment.completed" }, "parameter_invalid", "kind"],
  ])("is rejected as %j", async (body, code, param) => {
    expect(failure(await apis.post("/faults", body))).toEqual([400, code, param]);
  });
});

describe("over a real connection", () => {
  let sandbox: RunningSandbox;
  let vinr: Vinr;
  beforeEach(async () => {
    sandbox = await serveForTest(throwError);
    vinr = new Vinr({ secretKey: "sk_test_sandbox", baseUrl: `${sandbox.origin}/v1`, maxRetries: 0 });
  });
  afterEach(() => sandbox.close());

  const setFault = async (fault: object) => {
    const response = await fetch(`${sandbox.origin}/sandbox/faults`, {
      method: "POST",
      headers: { authorization: "Bearer sk_test_sandbox", "content-type": "application/json" },
      body: JSON.stringify(fault),
    });
    expect(response.status).toBe(201);
  };
  const list = (signal: AbortSignal | null = null) =>
    fetch(`${sandbox.origin}/v1/payments`, { headers: { authorization: "Bearer sk_test_sandbox" }, signal });

  it("a reset is one of TCP", async () => {
    await setFault({ operation: "*", connection: "reset", times: 1 });
    await expect(list()).rejects.toMatchObject({ message: "fetch failed", cause: { code: "ECONNRESET" } });
    expect((await list()).status).toBe(200);
  });

  it.each(["reset", "truncated"])(
    "a connection that is %s has sent all that was asked for before",
    async (connection) => {
      await setFault({ operation: "listPayments", latency: 200 });
      await setFault({ operation: "listRefunds", connection });
      const client = await open(sandbox.origin);
      const get = (path: string) =>
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer sk_test_sandbox\r\n\r\n`;
      client.write(get("/v1/payments") + get("/v1/refunds"));
      const text = await readAll(client);
      expect(text).toMatch(/^HTTP\/1\.1 200 [^{]*\{"object":"list".*\}/s);
      expect(text.endsWith("}")).toBe(connection === "reset");
    },
  );

  it("a truncated body promises more than it has", async () => {
    await setFault({ operation: "listPayments", connection: "truncated", times: 1 });
    const response = await list();
    expect([response.status, Number(response.headers.get("content-length"))]).toEqual([200, expect.any(Number)]);
    await expect(response.text()).rejects.toThrow("terminated");
    const whole = await list();
    expect(whole.headers.get("content-length")).toBe(response.headers.get("content-length"));
  });

  it("a stalled body keeps neither a client that leaves nor the end of the sandbox", async () => {
    await setFault({ operation: "listPayments", connection: "stalled", times: 1 });
    const enough = new AbortController();
    const response = await list(enough.signal);
    const text = response.text();
    enough.abort();
    await expect(text).rejects.toMatchObject({ name: "AbortError" });
    expect((await list()).status).toBe(200);
  });

  it("an error looks as one of production: no header more", async () => {
    await setFault({ operation: "listPayments", status: 503, times: 1 });
    const [struck, plain] = [await list(), await list()];
    const names = ({ headers }: Response) => [...headers.keys()].filter((name) => name !== "content-length");
    expect([struck.status, names(struck)]).toEqual([503, names(plain)]);
  });

  it("a delivery comes twice", async () => {
    const bodies: string[] = [];
    const shop = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request.setEncoding("utf8")) body += chunk;
      bodies.push(body);
      response.writeHead(204).end();
    }).listen(0, "127.0.0.1");
    await once(shop, "listening");
    onTestFinished(() => void shop.close());
    const { port } = shop.address() as AddressInfo;
    await sandbox.close();
    sandbox = await serveForTest(throwError, { forwardTo: `http://127.0.0.1:${port}/hooks` });
    vinr = new Vinr({ secretKey: "sk_test_sandbox", baseUrl: `${sandbox.origin}/v1` });
    await setFault({ event: "payment.created", kind: "duplicate" });
    await vinr.payments.create(newPayment);
    await fetch(`${sandbox.origin}/sandbox/delivery-runs`, {
      method: "POST",
      headers: { authorization: "Bearer sk_test_sandbox" },
    });
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toBe(bodies[1]);
  });
});
