/** A year of a shop in memory: 10,000 payments, 365 settlements, and all deliveries to a receiver that often fails. */
import { createSandbox } from "@vinr/sandbox";

const start = Date.UTC(2026, 0, 1);
const payments = 10_000;
const days = 365;

let received = 0;
const sandbox = createSandbox({
  now: () => start,
  // Every fifth delivery is not acknowledged, and retried.
  send: async () => new Response(null, { status: ++received % 5 === 0 ? 500 : 204 }),
});
const headers = { authorization: `Bearer ${sandbox.key()}`, "content-type": "application/json" };
const post = async (path, body) => {
  const response = await sandbox.fetch(`http://sandbox/v1${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
};

const before = performance.now();
await post("/webhooks", { url: "https://shop.example/webhooks", enabled_events: ["*"] });
let made = 0;
for (let day = 1; day <= days; day++) {
  for (; made < (payments * day) / days; made++) {
    const { id } = await post("/payments", {
      amount: 1000 + made,
      currency: "EUR",
      returnUrl: "https://shop.example/",
    });
    await sandbox.checkout(id).pay("4242 4242 4242 4242");
    if (made % 50 === 0) await post("/refunds", { payment: id });
  }
  await sandbox.clock.advance({ days: 1 });
}
await sandbox.clock.advance({ days: 3 });
const seconds = (performance.now() - before) / 1000;
const events = await sandbox.events();
const settlements = events.filter(({ type }) => type === "settlement.completed").length;
console.log(JSON.stringify({ seconds, payments: made, events: events.length, settlements, deliveries: received }));
