/** A shop that offers payments and handles events, on a server that keeps payments and their keys as VINR does. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Event, Vinr } from "@vinr/client";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { handleEvent, type Order, type Orders } from "./fulfil-order.ts";
import { payOrder } from "./pay-order.ts";
import { reserveOrder } from "./reserve-order.ts";

/** Payments by id; those that are created get the ids pay_1, pay_2 and so on, one for each key. */
let payments: Map<string, { status: string; metadata?: Record<string, string> }>;
let keys: Map<string, string>;
let vinr: Vinr;

beforeEach(async () => {
  payments = new Map();
  keys = new Map();
  const server = createServer((request, response) => {
    const key = String(request.headers["idempotency-key"]);
    const created = keys.get(key) ?? `pay_${keys.size + 1}`;
    const id = request.method === "POST" ? created : (request.url?.split("/").at(-1) ?? "");
    if (request.method === "POST" && !keys.has(key)) payments.set(id, { status: "pending" });
    if (request.method === "POST") keys.set(key, id);
    const body = JSON.stringify({ id, object: "payment", metadata: { order: "1042" }, ...payments.get(id) });
    response.writeHead(200, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  vinr = new Vinr({ secretKey: "sk_test_4eC39HqLyjWDarjtT1zdp7dc", baseUrl: `http://127.0.0.1:${port}/v1` });
});

/** Orders in memory, which note what was done. */
function createOrders(order: Order) {
  const done: string[] = [];
  let current = order;
  const orders: Orders = {
    find: async () => current,
    async fulfil(_, payment) {
      done.push(`fulfil for ${payment}`);
      current = { ...current, paidBy: payment };
    },
    reopen: async () => void done.push("reopen"),
    reportExtra: async (_, payment) => void done.push(`refund ${payment}`),
  };
  return { orders, done };
}

const eventOf = (type: string, id: string): Event => ({ type, data: { object: { id } } }) as unknown as Event;

describe("an order", () => {
  it("is fulfilled once, however often and late its events arrive", async () => {
    const { orders, done } = createOrders({ id: "1042", payment: "pay_1" });
    payments.set("pay_1", { status: "completed" });
    for (const type of ["payment.failed", "payment.completed", "payment.completed", "payment.expired"]) {
      await handleEvent(eventOf(type, "pay_1"), vinr, orders);
    }
    expect(done).toEqual(["fulfil for pay_1"]);
  });

  it("is reopened if its last payment failed, expired or was cancelled", async () => {
    for (const status of ["failed", "expired", "cancelled"]) {
      const { orders, done } = createOrders({ id: "1042", payment: "pay_1" });
      payments.set("pay_1", { status });
      await handleEvent(eventOf(`payment.${status}`, "pay_1"), vinr, orders);
      expect(done).toEqual(["reopen"]);
    }
  });

  it("stays paid when the customer's other attempt expires later", async () => {
    const { orders, done } = createOrders({ id: "1042", payment: "pay_2" });
    payments.set("pay_1", { status: "pending" }).set("pay_2", { status: "completed" });
    await handleEvent(eventOf("payment.completed", "pay_2"), vinr, orders);
    payments.set("pay_1", { status: "expired" });
    await handleEvent(eventOf("payment.expired", "pay_1"), vinr, orders);
    expect(done).toEqual(["fulfil for pay_2"]);
  });

  it("is not reopened for an earlier attempt while the customer pays with the next one", async () => {
    const { orders, done } = createOrders({ id: "1042", payment: "pay_2" });
    payments.set("pay_1", { status: "failed" }).set("pay_2", { status: "requires_authentication" });
    await handleEvent(eventOf("payment.failed", "pay_1"), vinr, orders);
    expect(done).toEqual([]);
  });

  it("that was paid twice is reported", async () => {
    const { orders, done } = createOrders({ id: "1042", payment: "pay_2" });
    payments.set("pay_1", { status: "completed" }).set("pay_2", { status: "completed" });
    for (const id of ["pay_2", "pay_1"]) await handleEvent(eventOf("payment.completed", id), vinr, orders);
    expect(done).toEqual(["fulfil for pay_2", "refund pay_1"]);
  });

  it("is left alone by statuses and event types that are not known yet", async () => {
    const { orders, done } = createOrders({ id: "1042", payment: "pay_1" });
    payments.set("pay_1", { status: "yet_to_come" });
    for (const type of ["payment.failed", "payment.yet_to_come"]) {
      await handleEvent(eventOf(type, "pay_1"), vinr, orders);
    }
    expect(done).toEqual([]);
  });

  it("must be named by its payment", async () => {
    const { orders } = createOrders({ id: "1042", payment: "pay_1" });
    payments.set("pay_1", { status: "completed", metadata: {} });
    const handling = handleEvent(eventOf("payment.completed", "pay_1"), vinr, orders);
    await expect(handling).rejects.toThrow("pay_1 names no order");
  });
});

describe.each([
  ["paying", payOrder],
  ["reserving", reserveOrder],
])("%s an order", (_, offer) => {
  const order = { id: "1042", amount: 1000, currency: "EUR", attempt: 1 };

  it("again after a crash is the same payment", async () => {
    expect((await offer(vinr, order)).id).toBe((await offer(vinr, order)).id);
  });

  it("in another attempt is another payment, with a key of its own", async () => {
    const [first, second] = [await offer(vinr, order), await offer(vinr, { ...order, attempt: 2 })];
    expect([first.id, second.id, [...keys.keys()]]).toEqual([
      "pay_1",
      "pay_2",
      ["order-1042-pay-1", "order-1042-pay-2"],
    ]);
  });
});
