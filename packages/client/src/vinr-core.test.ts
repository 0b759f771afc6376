import { describe, expect, it, onTestFinished } from "vitest";
import { startServer } from "../test/scripted-server.js";
import { createTestClient, newPayment, payment, testKey } from "../test/test-client.js";
import * as client from "./index.js";

const list = { status: 200, body: { object: "list", data: [payment], page: { has_more: false, next_cursor: null } } };

describe("standalone functions", () => {
  it("call as the methods do", async () => {
    const server = await startServer({ status: 201, body: payment });
    const core = new client.VinrCore({ secretKey: testKey, baseUrl: server.url });
    expect(await client.createPayment(core, newPayment)).toEqual(payment);
  });

  it("take a Vinr, too", async () => {
    const { vinr } = createTestClient(await startServer({ status: 201, body: payment }));
    expect(await client.createPayment(vinr, newPayment)).toEqual(payment);
  });

  it("iterate over lists", async () => {
    const core = new client.VinrCore({ secretKey: testKey, baseUrl: (await startServer(list)).url });
    expect(await client.listPayments(core).toArray({ limit: 9 })).toEqual([payment]);
  });

  it("show no body to a function that a script has put on Object.prototype", async () => {
    const seen: unknown[] = [];
    const spy = async (_: unknown, value: unknown) => void seen.push(value);
    Object.defineProperty(Object.prototype, "checks", { value: { request: spy, response: spy }, configurable: true });
    onTestFinished(() => void Reflect.deleteProperty(Object.prototype, "checks"));
    const core = new client.VinrCore({
      secretKey: testKey,
      baseUrl: (await startServer({ status: 201, body: payment })).url,
    });
    expect([await client.createPayment(core, newPayment), seen]).toEqual([payment, []]);
  });

  it("reject another object with a VinrError", async () => {
    const core = { environment: "test", baseUrl: "" } as const;
    await expect(client.createPayment(core, newPayment)).rejects.toMatchObject({ code: "invalid_option" });
  });

  it("reject an option that only the class has", () => {
    expect(() => new client.VinrCore({ secretKey: testKey, logger: console } as never)).toThrow(/no option logger/);
  });
});

describe("appInfo", () => {
  it("is in the header User-Agent behind the client's own name", async () => {
    const server = await startServer({ status: 200, body: payment });
    const appInfo = { name: "Shop", version: "1.2", url: "https://shop.example" };
    await createTestClient(server, { appInfo }).vinr.payments.retrieve("pay_1");
    expect(server.requests[0]?.headers["user-agent"]).toMatch(
      /^vinr-client\/\d+\.\d+\.\d+ Shop\/1\.2 \(https:\/\/shop\.example\)$/,
    );
  });

  it.each([{}, { name: "Shop\nX: y" }, { name: "Shop", home: "x" }])("is rejected as %j", (appInfo) => {
    expect(() => createTestClient({ url: "http://127.0.0.1:1" }, { appInfo: appInfo as never })).toThrow(
      /appInfo|name/,
    );
  });
});

describe("a deletion", () => {
  it("whose response was lost succeeds if the retry finds nothing", async () => {
    const server = await startServer((response) => response.socket?.destroy(), { status: 404, body: {} });
    expect(await createTestClient(server).vinr.webhooks.delete("we_1")).toBeUndefined();
  });

  it.each([
    ["the first attempt", []],
    ["an attempt after a 429", [{ status: 429, body: {} }]],
  ])("that finds nothing at %s has failed", async (_, before) => {
    const [first = { status: 404, body: {} }, ...rest] = [...before, { status: 404, body: {} }];
    const server = await startServer(first, ...rest);
    await expect(createTestClient(server).vinr.webhooks.delete("we_1")).rejects.toMatchObject({ status: 404 });
  });
});

describe("a connection that is rejected", () => {
  it("says that nothing was sent", async () => {
    const { vinr } = createTestClient({ url: "http://127.0.0.1:1" });
    const fetch = async () => {
      throw Object.assign(new TypeError("fetch failed"), {
        cause: Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" }),
      });
    };
    const unreachable = createTestClient({ url: vinr.baseUrl }, { fetch }).vinr;
    await expect(unreachable.payments.create(newPayment)).rejects.toMatchObject({
      code: "not_connected",
      message: "POST /payments got no response: connect ECONNREFUSED 127.0.0.1:1. Nothing was sent.",
      attempts: 3,
    });
  });

  it("does not say so after a lost response", async () => {
    let attempts = 0;
    const fetch = async () => {
      const code = attempts++ === 0 ? "ECONNRESET" : "ECONNREFUSED";
      throw Object.assign(new Error(code), { code });
    };
    const { vinr } = createTestClient({ url: "http://127.0.0.1:1" }, { fetch });
    await expect(vinr.payments.create(newPayment)).rejects.toMatchObject({
      message: expect.stringContaining("may have taken effect"),
    });
  });
});

describe("the package", () => {
  it("has the version of package.json", async () => {
    const { default: manifest } = await import("../package.json", { with: { type: "json" } });
    const { version } = await import("./version.js");
    expect(version).toBe(manifest.version);
  });
});
