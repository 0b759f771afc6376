/** Sandboxes that share a store move the clock of one account at the same time. */
import { setTimeout as sleep } from "node:timers/promises";
import { Vinr } from "@vinr/client";
import { describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../src/index.js";
import { newPayment } from "./testing/shop.js";
import { createPlace, type StoreName, storeNames, usePostgres } from "./testing/stores.js";

const start = Date.UTC(2026, 3, 15, 10, 30);
const hour = 3_600_000;
const minutes = (moment: number) => (moment - start) / 60_000;

usePostgres();

/** Two sandboxes on one store, and what their receiver gets, in minutes after the start. It is never content. */
async function openTwo(name: StoreName) {
  const place = await createPlace(name);
  const attempts: number[] = [];
  let onAttempt = async (): Promise<void> => {};
  const open = async (): Promise<Sandbox> =>
    createSandbox({
      store: await place.open(),
      now: () => start,
      async send() {
        attempts.push(minutes(await one.clock.now()));
        await onAttempt();
        await sleep(50);
        return new Response(null, { status: 500 });
      },
    });
  const [one, other] = [await open(), await open()];
  const vinr = new Vinr({ secretKey: one.key(), fetch: one.fetch });
  await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["payment.created"] });
  await vinr.payments.create(newPayment);
  return { one, other, attempts, useAttempt: (use: () => Promise<void>) => (onAttempt = use) };
}

describe.each(storeNames)("advances of one clock, over %s", (name) => {
  it("all count, also where two sandboxes make them at once", async () => {
    const { one, other, attempts } = await openTwo(name);
    await Promise.all([one.clock.advance({ days: 1 }), other.clock.advance({ days: 1 })]);
    expect(((await one.clock.now()) - start) / hour).toBe(48);
    // The schedule of the retries, each of which one of the two has made.
    expect(attempts).toEqual([0, 1, 6, 36, 156, 1596]);
  });

  it("do not make who only sends what is due wait until the clock has been moved", async () => {
    const { one, other, attempts, useAttempt } = await openTwo(name);
    let delivered: Promise<number> | undefined;
    useAttempt(async () => {
      delivered ??= other.deliver().then(() => attempts.length);
    });
    await one.clock.advance({ days: 1 });
    expect(attempts).toHaveLength(5);
    expect(await delivered).toBeLessThan(3);
    expect(((await one.clock.now()) - start) / hour).toBe(24);
  });
});
