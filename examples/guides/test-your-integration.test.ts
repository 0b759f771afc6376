import { type Event, Vinr } from "@vinr/client";
import { createSandbox, type Sandbox } from "@vinr/sandbox";
import { beforeEach, expect, it } from "vitest";
import { handleEvent, type Order } from "./fulfil-order.ts";
import { payOrder } from "./pay-order.ts";

let sandbox: Sandbox;
let vinr: Vinr;
let order: Order;
/** The acts of the shop, in order. */
let done: string[];

beforeEach(async () => {
  sandbox = createSandbox();
  vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch });
  done = [];
  const { id } = await payOrder(vinr, { id: "1042", amount: 1000, currency: "EUR", attempt: 1 });
  order = { id: "1042", payment: id };
});

const orders = {
  find: async () => order,
  fulfil: async (_: Order, payment: string) => {
    done.push("fulfilled");
    order = { ...order, paidBy: payment };
  },
  reopen: async () => void done.push("opened again"),
  reportExtra: async () => void done.push("paid twice"),
};

/** Hands events to the shop, as its webhook handler does. */
async function handle(events: readonly Event[]): Promise<void> {
  for (const event of events) await handleEvent(event, vinr, orders);
}

it("a paid order is fulfilled once, also where its events arrive twice", async () => {
  await sandbox.checkout(order.payment).pay("4242 4242 4242 4242");
  await handle(await sandbox.events());
  await handle(await sandbox.events());
  expect(done).toEqual(["fulfilled"]);
});

it("a declined card and an abandoned checkout open the order again", async () => {
  await sandbox.checkout(order.payment).pay("4000 0000 0000 0002");
  await handle(await sandbox.events());
  expect(done).toEqual(["opened again"]);

  const { id } = await payOrder(vinr, { id: "1042", amount: 1000, currency: "EUR", attempt: 2 });
  order = { ...order, payment: id };
  await sandbox.clock.advance({ hours: 24 }); // the customer never comes back
  await handle((await sandbox.events()).filter(({ type }) => type === "payment.expired"));
  expect(done).toEqual(["opened again", "opened again"]);
});

it("three days later, the money is in a settlement", async () => {
  await sandbox.checkout(order.payment).pay("4242 4242 4242 4242");
  await sandbox.clock.advance({ days: 3 });

  const { data } = await vinr.settlements.list();
  expect(data).toMatchObject([{ status: "paid", grossAmount: 1000, feeAmount: 34, netAmount: 966 }]);
  const transactions = await vinr.settlements.listTransactions(data[0]?.id ?? "");
  expect(transactions.data.map(({ source }) => source)).toEqual([order.payment]);
});
