/** Snapshots with a value that was replaced at random: an account that takes one still responds to everything. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { control, longKey, serveHosted } from "../testing/hosted.js";
import { day, type Made, type Part, restore, takeSnapshot } from "../testing/made-snapshots.js";
import { storageAt } from "../testing/serve.js";
import { createPlace, storeNames, usePostgres } from "../testing/stores.js";

usePostgres();

describe.each(storeNames)("in %s", (name) => {
  it("an account that takes a damaged snapshot responds to everything all the same", { timeout: 120_000 }, async () => {
    const { address } = await createPlace(name);
    const sandbox = await serveHosted(name === "memory" ? {} : { storage: storageAt(address) });
    const snapshot = await takeSnapshot();
    expect((await restore(sandbox, snapshot)).status).toBe(201);
    let taken = 0;
    const attempt = async (damage: Damage): Promise<void> => {
      const damaged = structuredClone(snapshot);
      apply(damage, damaged);
      const { status } = await restore(sandbox, damaged);
      expect([201, 400, 403]).toContain(status);
      if (status !== 201) return;
      taken += 1;
      for (const [method, path] of await requestsAbout(damaged)) {
        const response = await fetch(`${sandbox.origin}${path}`, {
          method,
          headers: { "x-api-key": longKey, cookie: `vinr_sandbox_key=${longKey}` },
          redirect: "manual",
        });
        await response.arrayBuffer();
        expect([path, response.status, damage]).not.toEqual([path, 500, damage]);
      }
      const advanced = await fetch(`${sandbox.origin}/sandbox/clock/advances`, {
        method: "POST",
        headers: { "x-api-key": longKey, "content-type": "application/json" },
        body: JSON.stringify({ days: 40 }),
      });
      expect([advanced.status, damage]).not.toEqual([500, damage]);
    };
    const runs = name === "memory" ? 150 : 25;
    await fc.assert(fc.asyncProperty(damages(snapshot), attempt), { seed: 3, numRuns: runs });
    expect(taken).toBeGreaterThan(runs / 20);
    await control(sandbox, "POST", "/resets");
  });
});

/** A value somewhere in a snapshot that is replaced. */
interface Damage {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Damages that a snapshot can take: each value in it, replaced by one that is like it. */
function damages(snapshot: Made): fc.Arbitrary<Damage> {
  const paths: (readonly string[])[] = [];
  const walk = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== "object" || value === null) paths.push(path);
    else for (const [name, member] of Object.entries(value)) walk(member, [...path, name]);
  };
  walk(snapshot, []);
  const values = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      "",
      "EUR",
      "JPY",
      "\0",
      "\ud800",
      "pending",
      "completed",
      "authorized",
      "paid",
    ),
    fc.constantFrom<unknown>("succeeded", "failed", "open", "won", "*", "payment.created", "https://[::1]/", undefined),
    fc.constantFrom<unknown>("2016-12-31T23:59:60Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"),
    fc.constantFrom<unknown>(0, 1, -1, 2 ** 31, 2 ** 40, 999_999_999_999, Number.MAX_SAFE_INTEGER, 0.5, day),
    fc.constantFrom<unknown>({}, { toString: 1 }, ["EUR"], []),
    fc.constantFrom<unknown>("pay_1", "re_1", "dp_1", "evt_1", "we_1", "whsec_1", "__proto__", "constructor"),
  );
  return fc.record({ path: fc.constantFrom(...paths), value: values });
}

function apply({ path, value }: Damage, snapshot: Made): void {
  const owner = path.slice(0, -1).reduce<Part>((inner, name) => inner[name], snapshot);
  owner[path.at(-1) ?? ""] = value;
}

/** All that reads an account. */
async function requestsAbout({ objects }: Made): Promise<[method: string, path: string][]> {
  const ids = objects.map(({ object }) => encodeURIComponent(String(object.id)));
  const lists = ["payments", "refunds", "webhooks", "settlements"].map((list) => `/v1/${list}`);
  const views = ["/", ...["events", "settlements", "balance", "requests"].map((view) => `/window/${view}`)];
  const own = ids.flatMap((id) => {
    if (id.startsWith("pay_")) return [`/v1/payments/${id}`, `/window/payments/${id}`];
    if (id.startsWith("setl_")) return [`/v1/settlements/${id}/transactions`, `/window/settlements/${id}`];
    return id.startsWith("evt_") ? [`/window/events/${id}`] : [];
  });
  const control = ["/sandbox/events", "/sandbox/deliveries", "/sandbox/snapshot", "/sandbox/clock"];
  const reads = [...lists, ...views, ...own, ...control].map((path): [string, string] => ["GET", path]);
  return [...reads, ["POST", "/sandbox/delivery-runs"], ["GET", "/sandbox/deliveries"], ["GET", "/window/events"]];
}
