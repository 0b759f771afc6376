/** An account with very many payments: a page of the window reads a part of it, whatever the length of its lists. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withAccount } from "../src/account/with-account.js";
import type { World } from "../src/account/world.js";
import { createPayment, payPayment } from "../src/domain/decide-payment.js";
import { readBalance } from "../src/pages/window/reads.js";
import { Recording } from "../src/pages/window/recording/recording.js";
import { balanceView } from "../src/pages/window/views/balance.js";
import { createWindow } from "../src/pages/window/window.js";
import { createMemoryStore } from "../src/store/memory-store.js";
import type { Records, Store } from "../src/store/store.js";

const count = 100_000;
const now = Date.UTC(2026, 3, 15, 10, 30);
const world: World = {
  now: () => now,
  seed: "vinr",
  checkoutUrlOf: (id) => `https://checkout.vinr.com/${id}`,
  publicIdOf: () => "acct_1",
};

describe(`an account with ${count} payments`, () => {
  const store = createMemoryStore();
  /** The objects and entries that were read since the last look. */
  let read = 0;
  const counted: Store = {
    ...store,
    transact: (account, work) => store.transact(account, (records) => work(countReads(records))),
  };
  const window = createWindow({
    store: counted,
    world,
    apis: { api: fail, control: fail },
    recording: new Recording({ now: world.now, openAccount: "sandbox" }),
    openAccount: "sandbox",
    publicUrl: undefined,
    onError: (error) => {
      throw error;
    },
  });

  beforeAll(async () => {
    const params = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
    await withAccount(store, world, "sandbox", async (account) => {
      const first = await account.apply(createPayment(params, account.context, () => "https://checkout.vinr.com/"));
      await account.apply(payPayment(first, true, account.context));
      const { records } = account;
      const [event] = await account.readAll("event");
      const [entry] = await records.entriesBetween(0, Number.MAX_SAFE_INTEGER);
      if (event === undefined || entry === undefined)
        throw new Error("A payment that was paid has events and an entry.");
      for (let index = 1; index < count; index++) {
        const id = `pay_${index}`;
        await records.put("payment", { ...first, id, description: "x".repeat(500) });
        await records.put("checkout", { id, capture: true });
        await records.put("event", { ...event, id: `evt_${index}` }, id);
        await records.appendEntry(entry);
      }
    });
  });
  afterAll(() => store.close());

  function countReads(records: Records): Records {
    return new Proxy(records, {
      get(target, name) {
        const method = target[name as keyof Records] as (...values: unknown[]) => Promise<unknown>;
        return async (...values: unknown[]) => {
          const result = await method.apply(target, values);
          const data = (result as { data?: unknown[] } | undefined)?.data ?? result;
          if (name !== "readAccount") read += Array.isArray(data) ? data.length : data === undefined ? 0 : 1;
          return result;
        };
      },
    });
  }

  async function open(path: string): Promise<string> {
    read = 0;
    const response = await window.handle(new Request(`http://127.0.0.1${path}`));
    expect(response.status).toBe(200);
    return response.text();
  }

  it.each([
    ["the payments", () => "/", 30],
    ["the payments of one status", () => "/?status=expired", 510],
    ["one payment", () => `/window/payments/pay_${count - 1}`, 30],
    ["the events", () => "/window/events", 60],
    ["the settlements", () => "/window/settlements", 30],
    ["the balance", () => "/window/balance", 1100],
  ])("shows %s from few records, on a small page", async (_, pathOf, most) => {
    const source = await open(pathOf());
    expect(read).toBeLessThanOrEqual(most);
    expect(source.length).toBeLessThanOrEqual(60_000);
  });

  it("pages through its payments", async () => {
    let source = await open("/");
    expect(source).toContain("100,000 in all");
    const ids = new Set<string>();
    for (let page = 0; page < 4; page++) {
      for (const [, id = ""] of source.matchAll(/\/window\/payments\/(pay_[0-9a-z]+)"/g)) ids.add(id);
      const [, older = ""] = /href="(\/\?starting_after=[^"]*)"/.exec(source) ?? [];
      source = await open(older);
      expect(read).toBeLessThanOrEqual(30);
    }
    expect(ids.size).toBe(100);
  });
});

it("shows no balance without the settlements that are not read", async () => {
  const store = createMemoryStore();
  const largest = { amount: 999_999_999_999, currency: "EUR", returnUrl: "https://shop.example/return" };
  const read = (days: number) =>
    withAccount(store, world, "shop", async (account) => {
      await account.advanceTo(account.now + days * 86_400_000);
      return readBalance(account);
    });
  await withAccount(store, world, "shop", async (account) => {
    // Each is a settlement of its own: no figure may be larger.
    for (let made = 0; made < 101; made++) {
      const { id } = await account.apply(createPayment(largest, account.context, () => "https://checkout.vinr.com/"));
      await account.apply(payPayment(await account.read("payment", id), true, account.context));
    }
  });
  const unsettled = 101 * (largest.amount - 14_000_000_020);
  expect((await read(0)).balances).toMatchObject([{ currency: "EUR", unsettled, pending: 0 }]);
  expect((await read(1)).balances).toBe(undefined);
  expect((await read(2)).balances).toMatchObject([{ currency: "EUR", unsettled: 0, pending: 0 }]);
});

it("shows the balances of the currencies that moved last, and says that there are more", async () => {
  const store = createMemoryStore();
  const currencies = Array.from({ length: 26 }, (_, place) => `QA${String.fromCharCode(65 + place)}`);
  const details = await withAccount(store, world, "shop", async (account) => {
    for (const currency of currencies) {
      const params = { amount: 1000, currency, returnUrl: "https://shop.example/return" };
      const { id } = await account.apply(createPayment(params, account.context, () => "https://checkout.vinr.com/"));
      await account.apply(payPayment(await account.read("payment", id), true, account.context));
    }
    return readBalance(account);
  });
  expect(details.balances?.map(({ currency }) => currency)).toEqual(currencies.slice(-20));
  expect(String(balanceView(details).content)).toContain("Only the currencies that moved last are shown.");
});

function fail(): never {
  throw new Error("Looking calls no API.");
}
