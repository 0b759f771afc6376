import { Vinr } from "@vinr/client";
import { expect, it } from "vitest";
import { createSandbox } from "../src/index.js";
import { newPayment } from "./testing/shop.js";

/** The objects of a JSON value that have an id, each as the names of its first two members. */
function firstNamesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const names = Object.keys(value);
  const inside = Object.values(value).flatMap(firstNamesIn);
  return names.includes("id") ? [names.slice(0, 2).join(), ...inside] : inside;
}

it("every object begins with its id and its kind, in responses, events and webhook bodies", async () => {
  const texts: string[] = [];
  const sandbox = createSandbox({
    async send(_, { body }) {
      texts.push(String(body));
      return new Response(null, { status: 204 });
    },
  });
  const vinr = new Vinr({
    secretKey: sandbox.key(),
    async fetch(input, init) {
      const response = await sandbox.fetch(input, init);
      texts.push(await response.clone().text());
      return response;
    },
  });
  await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
  const reserve = async (card: string) => {
    const { id } = await vinr.payments.create({ ...newPayment, capture: false });
    await sandbox.checkout(id).pay(card);
    return id;
  };
  const captured = await reserve("4242 4242 4242 4242");
  await vinr.payments.capture(captured);
  await sandbox.failNextRefund();
  for (const amount of [1, 2]) await vinr.refunds.create({ payment: captured, amount });
  const disputed = await sandbox.openDispute(captured);
  await sandbox.resolveDispute(disputed.id, "lost");
  await vinr.payments.cancel(await reserve("4242 4242 4242 4242"));
  await reserve("4000 0000 0000 3220");
  await reserve("4000 0000 0000 0002");
  await vinr.payments.create(newPayment);
  await sandbox.clock.advance({ days: 4 });
  await vinr.payments.list();
  await vinr.refunds.list();
  await vinr.webhooks.list();
  for await (const { id } of vinr.settlements.list()) await vinr.settlements.listTransactions(id);
  const seen = [...texts.map((text) => JSON.parse(text)), await sandbox.events()].flatMap(firstNamesIn);
  // All types of events.
  expect(new Set((await sandbox.events()).map(({ type }) => type)).size).toBe(12);
  expect(new Set(seen)).toEqual(new Set(["id,object"]));
});
