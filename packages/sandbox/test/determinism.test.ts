/** The same seed and the same requests make the same responses and events, to the last byte, whichever store keeps them. */
import { beforeAll, describe, expect, it } from "vitest";
import { idOf, seedOf, sequenceOf } from "../src/domain/ids.js";
import { createSandbox, type Store } from "../src/index.js";
import { createMemoryStore } from "../src/store/memory-store.js";
import { Merchant, sendTo } from "./testing/merchant.js";
import { createPlace, storeNames, usePostgres } from "./testing/stores.js";

const steps = 500;

usePostgres();

/** All that happens in a sandbox of its own, as text. */
async function runStory(store: Store, seed: string): Promise<readonly string[]> {
  let wall = Date.UTC(2026, 3, 15, 10, 30);
  // The wall's clock goes on too, by as much in each run.
  const sandbox = createSandbox({ now: () => wall, seed, store });
  const merchant = new Merchant(sandbox, sendTo(sandbox), 16);
  const lines: string[] = [];
  for (let step = 0; step < steps; step++) {
    lines.push(await merchant.step());
    wall += 977;
  }
  lines.push(JSON.stringify(await sandbox.events()));
  lines.push(JSON.stringify(await sandbox.deliveries()));
  lines.push(JSON.stringify(await sandbox.snapshot()));
  return lines;
}

let inMemory: readonly string[];
beforeAll(async () => {
  inMemory = await runStory(createMemoryStore(), "one");
});

describe.each(storeNames)("on %s", (name) => {
  it("the same seed and requests make the same responses and events, ids included", async () => {
    const store = await (await createPlace(name)).open();
    expect(await runStory(store, "one")).toEqual(inMemory);
  });
});

it("another seed makes other ids", async () => {
  const other = await runStory(createMemoryStore(), "other");
  expect(inMemory.at(-3)).not.toBe(other.at(-3));
  expect(inMemory.at(-3)?.length).toBe(other.at(-3)?.length);
});

it("the story has successes, and errors of most kinds", async () => {
  const statuses = new Set(inMemory.map((line) => line.slice(0, 3)));
  expect([...statuses]).toEqual(expect.arrayContaining(["200", "201", "204", "400", "401", "404", "409", "422"]));
});

describe("ids of one seed", () => {
  const seed = seedOf("acct_by_chance");
  const idsOf = (from: number) => Array.from({ length: 4_096 }, (_, index) => idOf("pay", seed, from + index));

  it("differ, and tell the number that made them", () => {
    const ids = [...idsOf(0), ...idsOf(2 ** 31), ...idsOf(2 ** 32 - 4_096)];
    expect(new Set(ids).size).toBe(3 * 4_096);
    for (const [index, id] of ids.slice(0, 4_096).entries()) expect(sequenceOf(id, seed)).toBe(index);
  });

  it("are neighbours in an index, if they are made together", () => {
    const inIndex = [...idsOf(0), ...idsOf(100_000), ...idsOf(2 ** 31)].sort();
    const together = new Set(idsOf(100_000));
    expect(inIndex.findLastIndex((id) => together.has(id)) - inIndex.findIndex((id) => together.has(id))).toBe(4_095);
  });

  it("are not in the order in which they were made", () => {
    expect(idsOf(0)).not.toEqual(idsOf(0).sort());
  });
});
