/** Transactions that wait for each other: many at once, or much in one. */
import type { Payment } from "@vinr/server";
import { describe, expect, it } from "vitest";
import type { Records } from "../src/store/store.js";
import { createPlace, storeNames, usePostgres } from "./testing/stores.js";

/** Writes for longer than others go without the process. */
async function writeMuch(records: Records): Promise<void> {
  const until = performance.now() + 150;
  for (let at = 1; at <= 600 || performance.now() < until; at++) {
    await records.addDue({ kind: "settlement", subject: String(at), at });
  }
}

const paymentOf = (id: string, amount = 1000): Payment => ({
  id,
  object: "payment",
  status: "pending",
  amount,
  currency: "EUR",
  metadata: {},
  created_at: "2026-04-15T10:30:00Z",
});

usePostgres();

describe.each(storeNames)("transactions in %s", (name) => {
  const open = async () => (await createPlace(name)).open();

  it("are undone where they throw, and the others at the same time are kept", async () => {
    const store = await open();
    const numbers = [...Array(100).keys()];
    const isUndone = (n: number) => n % 3 === 0;
    const results = await Promise.allSettled(
      numbers.map((n) =>
        store.transact(`a${n % 2}`, async (records) => {
          await records.put("payment", paymentOf(`pay_${n}`));
          await records.put("payment", paymentOf("pay_of_all", n));
          if (isUndone(n)) throw new Error(`${n}`);
          return n;
        }),
      ),
    );
    expect(results.map((result) => (result.status === "fulfilled" ? result.value : result.reason.message))).toEqual(
      numbers.map((n) => (isUndone(n) ? `${n}` : n)),
    );
    for (const [account, last] of [
      ["a0", 98],
      ["a1", 97],
    ] as const) {
      const [found, all] = await store.transact(
        account,
        async (records) =>
          [await records.list("payment", { limit: 100 }), await records.find("payment", "pay_of_all")] as const,
      );
      const kept = numbers.filter((n) => n % 2 === last % 2 && !isUndone(n)).map((n) => `pay_${n}`);
      expect(found?.data.map(({ id }) => id).toSorted()).toEqual([...kept, "pay_of_all"].toSorted());
      expect(all?.amount).toBe(last);
    }
  });

  it("run once each, where one begins as soon as another has ended", async () => {
    const store = await open();
    let runs = 0;
    for (let turn = 0; turn < 4; turn++) {
      await store.transact("shop", async (records) => {
        runs += 1;
        await writeMuch(records);
      });
    }
    expect(runs).toBe(4);
  });

  it("are told of before much later ones begin, however long one in between takes", async () => {
    const store = await open();
    const order: string[] = [];
    await Promise.all([
      store.transact("shop", async () => undefined).then(() => order.push("the first was told")),
      store.transact("shop", writeMuch),
      store.transact("shop", async () => order.push("the third began")),
    ]);
    expect(order).toEqual(["the first was told", "the third began"]);
  });
});
