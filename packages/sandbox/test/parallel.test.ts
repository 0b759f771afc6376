/** A thousand accounts at once, each with a life of its own, see nothing of each other. */
import { beforeAll, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../src/index.js";
import { createMemoryStore } from "../src/store/memory-store.js";
import { Merchant, sendTo } from "./testing/merchant.js";
import { createPlace, storeNames, usePostgres } from "./testing/stores.js";

usePostgres();

const steps = 4;
const now = () => Date.UTC(2026, 3, 15, 10, 30);
const accounts = Array.from({ length: 1000 }, (_, index) => `shop${index}`);

/** All that comes of an account's requests and of its customers' acts, without the ids of requests. */
async function live(sandbox: Sandbox, account: string, seed: number): Promise<readonly string[]> {
  const merchant = new Merchant(sandbox.account(account), sendTo(sandbox), seed);
  const lines: string[] = [];
  for (let step = 0; step < steps; step++) lines.push(await merchant.step());
  lines.push(JSON.stringify(await sandbox.account(account).snapshot()));
  return lines.map((line) => line.replaceAll(/\breq_[a-z0-9]+/g, "req_1"));
}

/** Of each account, one after another, in a sandbox of its own. */
const alone: (readonly string[])[] = [];
beforeAll(async () => {
  for (const [seed, account] of accounts.entries()) {
    alone.push(await live(createSandbox({ now, store: createMemoryStore() }), account, seed));
  }
});

it.each(storeNames)("on %s, each account responds as if it were alone", async (name) => {
  const sandbox = createSandbox({ now, store: await (await createPlace(name)).open() });
  expect(await Promise.all(accounts.map((account, seed) => live(sandbox, account, seed)))).toEqual(alone);
});
