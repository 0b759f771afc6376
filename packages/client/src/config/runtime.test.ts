import { afterEach, describe, expect, it, vi } from "vitest";
import { startServer } from "../../test/scripted-server.js";
import { errorOf, newPayment, payment, testKey } from "../../test/test-client.js";
import { Vinr } from "../index.js";

const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

afterEach(() => vi.unstubAllGlobals());

describe("an idempotency key", () => {
  const created = { status: 201, body: payment };

  it("is a new UUID v4 for each call", async () => {
    const server = await startServer(created);
    const vinr = new Vinr({ secretKey: testKey, baseUrl: server.url });
    for (let count = 0; count < 50; count++) await vinr.payments.create(newPayment);
    const keys = server.requests.map(({ headers }) => String(headers["idempotency-key"]));
    expect([keys.filter((key) => !uuid.test(key)), new Set(keys).size]).toEqual([[], 50]);
  });

  it("needs no crypto.randomUUID, which pages without TLS and Hermes lack", async () => {
    const { crypto } = globalThis;
    vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const server = await startServer(created);
    const vinr = new Vinr({ secretKey: testKey, baseUrl: server.url });
    expect((await vinr.payments.create(newPayment).withResponse()).idempotencyKey).toMatch(uuid);
    await vinr.http.POST("/payments", { body: newPayment });
    expect(server.requests[1]?.headers["idempotency-key"]).toMatch(uuid);
  });

  it.each([undefined, {}])("must be passed in a runtime without secure randomness (crypto: %j)", async (crypto) => {
    vi.stubGlobal("crypto", crypto);
    const server = await startServer(created);
    const vinr = new Vinr({ secretKey: testKey, baseUrl: server.url });
    for (const call of [vinr.payments.create(newPayment), vinr.http.POST("/payments", { body: newPayment })]) {
      expect(await errorOf(call)).toMatchObject({
        code: "crypto_missing",
        message: expect.stringContaining("idempotencyKey"),
        attempts: 0,
      });
    }
    await vinr.payments.create(newPayment, { idempotencyKey: "order-1042" });
    expect(server.requests.map(({ headers }) => headers["idempotency-key"])).toEqual(["order-1042"]);
  });

  it("comes from a runtime that is an instance of a class, too", async () => {
    class Keys {
      #count = 0;
      createKey() {
        return `key-of-the-class-${++this.#count}`;
      }
    }
    const server = await startServer(created);
    const vinr = new Vinr({ secretKey: testKey, baseUrl: server.url, runtime: new Keys() });
    const { idempotencyKey } = await vinr.payments.create(newPayment).withResponse();
    expect(idempotencyKey).toBe("key-of-the-class-1");
  });
});
