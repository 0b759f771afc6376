/** Transactions of one account that wait for each other, and take long. */
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

usePostgres();

describe.each(storeNames)("transactions in %s", (name) => {
  const open = async () => (await createPlace(name)).open();

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
