/** A thousand accounts at once, each with a life of its own, see nothing of each other. */
import { expect, it } from "vitest";
import { createSandbox } from "../src/index.js";
import { createMemoryStore } from "../src/store/memory-store.js";
import { Merchant, sendTo } from "./testing/merchant.js";
import { createPlace, storeNames, usePostgres } from "./testing/stores.js";

usePostgres();

const steps = 8;
const now = () => Date.UTC(2026, 3, 15, 10, 30);

it.each(storeNames)("on %s, each account responds as if it were alone", async (name) => {
  const sandbox = createSandbox({ now, store: await (await createPlace(name)).open() });
  const alone = createSandbox({ now, store: createMemoryStore() });
  /** All that comes of an account's requests and of its customers' acts, without the ids of requests. */
  const live = async (world: typeof sandbox, account: string, seed: number) => {
    const merchant = new Merchant(world.account(account), sendTo(world), seed);
    const lines: string[] = [];
    for (let step = 0; step < steps; step++) lines.push(await merchant.step());
    lines.push(JSON.stringify(await world.account(account).snapshot()));
    return lines.map((line) => line.replaceAll(/\breq_[a-z0-9]+/g, "req_1"));
  };
  const accounts = Array.from({ length: 1000 }, (_, index) => `shop${index}`);
  const together = await Promise.all(accounts.map((account, seed) => live(sandbox, account, seed)));
  for (const [seed, account] of accounts.entries()) expect(together[seed]).toEqual(await live(alone, account, seed));
});
