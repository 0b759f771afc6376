/** An account is taken as one JSON value, and put back: into the same account, another one, another sandbox, another store. */
import { constructEvent, isVinrError, Vinr } from "@vinr/client";
import { describe, expect, it } from "vitest";
import { createSandbox, type Sandbox, type Snapshot, type Store } from "../src/index.js";
import { createMemoryStore } from "../src/store/memory-store.js";
import { Merchant, sendTo } from "./testing/merchant.js";
import { createPlace, storeNames, usePostgres } from "./testing/stores.js";

const start = Date.UTC(2026, 3, 15, 10, 30);
const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

usePostgres();

const open = (store: Store, now = start): Sandbox => createSandbox({ now: () => now, store });
const clientOf = (sandbox: Sandbox, account = "sandbox"): Vinr =>
  new Vinr({ secretKey: sandbox.account(account).key(), fetch: sandbox.fetch, maxRetries: 0 });
/** As a file would keep it. */
const copy = (snapshot: Snapshot): Snapshot => JSON.parse(JSON.stringify(snapshot));

/** Takes steps in an account, and returns all that came of them, without the ids of requests and the account's key. */
async function live(sandbox: Sandbox, name: string, seed: number, steps: number): Promise<readonly string[]> {
  const account = sandbox.account(name);
  const merchant = new Merchant(account, sendTo(sandbox), seed);
  const lines: string[] = [];
  for (let step = 0; step < steps; step++) lines.push(await merchant.step());
  lines.push(JSON.stringify(await account.events()), JSON.stringify(await account.deliveries()));
  return lines.map((line) => line.replaceAll(/\breq_[a-z0-9]+/g, "req_1"));
}

describe.each(storeNames)("on %s", (name) => {
  const openStore = async () => (await createPlace(name)).open();

  it("a restored account responds as the first one would have, in any account, sandbox and store", async () => {
    const sandbox = open(await openStore());
    await live(sandbox, "sandbox", 1, 250);
    const snapshot = await sandbox.snapshot();
    expect(copy(snapshot)).toStrictEqual(snapshot);
    const file = copy(snapshot);

    const expected = await live(sandbox, "sandbox", 2, 100);
    await sandbox.account("fork").restore(file);
    expect(await live(sandbox, "fork", 2, 100)).toEqual(expected);
    await sandbox.restore(file);
    expect(await live(sandbox, "sandbox", 2, 100)).toEqual(expected);
    for (const store of [createMemoryStore(), await openStore()]) {
      const other = createSandbox({ now: () => start + 7_000_000, store, seed: "another" });
      await other.account("anywhere").restore(file);
      expect(await other.account("anywhere").snapshot()).toEqual(file);
      const lines = await live(other, "anywhere", 2, 100);
      // The last line has signatures, and headers have the time of the rate limit: both are the wall's.
      const ofWall = (line: string) => line.replaceAll(/"x-ratelimit-reset","\d+"/g, "");
      expect(lines.slice(0, -1).map(ofWall)).toEqual(expected.slice(0, -1).map(ofWall));
    }
  });

  it("a fork and the first account see nothing of each other", async () => {
    const sandbox = open(await openStore());
    const { id } = await clientOf(sandbox).payments.create(newPayment);
    await sandbox.account("fork").restore(await sandbox.snapshot());
    await sandbox.account("fork").checkout(id).pay("4242 4242 4242 4242");
    expect((await clientOf(sandbox).payments.retrieve(id)).status).toBe("pending");
    expect((await clientOf(sandbox, "fork").payments.retrieve(id)).status).toBe("completed");
    const [one, other] = [await clientOf(sandbox).payments.create(newPayment), await clientOf(sandbox).payments.list()];
    expect(other.data.map((payment) => payment.id)).toEqual([one.id, id]);
    expect((await clientOf(sandbox, "fork").payments.list()).data).toHaveLength(1);
  });

  it("keeps the clock, what is due, and keys that were used", async () => {
    const sandbox = open(await openStore());
    const vinr = clientOf(sandbox);
    const { id } = await vinr.payments.create(newPayment, { idempotencyKey: "order-1" });
    await sandbox.clock.advance({ hours: 20 });
    const snapshot = copy(await sandbox.snapshot());
    await sandbox.clock.advance({ days: 20 });
    expect((await vinr.payments.retrieve(id)).status).toBe("expired");

    await sandbox.restore(snapshot);
    expect(await sandbox.clock.now()).toBe(start + 20 * 3_600_000);
    expect((await vinr.payments.retrieve(id)).status).toBe("pending");
    const again = await vinr.payments.create(newPayment, { idempotencyKey: "order-1" }).withResponse();
    expect([again.data.id, again.response.headers.get("idempotent-replayed")]).toEqual([id, "true"]);
    const reused = vinr.payments.create({ ...newPayment, amount: 1 }, { idempotencyKey: "order-1" });
    expect(await reused.catch((error) => isVinrError(error) && error.code)).toBe("idempotency_key_reused");
    await sandbox.clock.advance({ hours: 4 });
    expect((await vinr.payments.retrieve(id)).status).toBe("expired");
  });

  it("sends what was due at the moment of the snapshot, with the secrets of the endpoints", async () => {
    const sandbox = open(await openStore());
    const vinr = clientOf(sandbox);
    const endpoint = await vinr.webhooks.create({ url: "https://shop.example/hook", enabled_events: ["*"] });
    await vinr.payments.create(newPayment);
    const snapshot = copy(await sandbox.snapshot());
    expect(JSON.stringify(snapshot)).toContain(endpoint.secret);

    const sent: string[] = [];
    const receive = async (url: string, { body, headers }: RequestInit) => {
      const { signature, timestamp } = readSignature(new Headers(headers));
      constructEvent(String(body), signature, timestamp, endpoint.secret as string);
      sent.push(url);
      return new Response(null, { status: 200 });
    };
    const other = createSandbox({ store: await openStore(), send: receive });
    await other.restore(snapshot);
    await other.deliver();
    await other.deliver();
    expect(sent).toEqual(["https://shop.example/hook"]);
    expect((await other.deliveries()).map(({ status }) => status)).toEqual(["succeeded"]);
  });

  it("is the value that its JSON is, also where a settlement paid nothing out", async () => {
    const sandbox = open(await openStore());
    const vinr = clientOf(sandbox);
    const { id } = await vinr.payments.create(newPayment);
    await sandbox.checkout(id).pay("4242 4242 4242 4242");
    // All but the fee.
    await vinr.refunds.create({ payment: id, amount: newPayment.amount - 34 });
    await sandbox.clock.advance({ days: 4 });
    expect((await vinr.settlements.list()).data.map(({ netAmount }) => netAmount)).toEqual([0]);
    const snapshot = await sandbox.snapshot();
    expect(snapshot).toEqual(copy(snapshot));
  });

  it("changes nothing when a snapshot is rejected", async () => {
    const sandbox = open(await openStore());
    await live(sandbox, "sandbox", 3, 60);
    const before = await sandbox.snapshot();
    await expect(sandbox.restore({ ...copy(before), version: 2 })).rejects.toThrow(TypeError);
    expect(await sandbox.snapshot()).toEqual(before);
  });
});

function readSignature(headers: Headers): { signature: string; timestamp: string } {
  return {
    signature: headers.get("x-vinr-signature") ?? "",
    timestamp: headers.get("x-vinr-timestamp") ?? "",
  };
}

it("a delivery that was on its way while its account was restored is not recorded there", async () => {
  let restore: () => Promise<void> = async () => undefined;
  const send = async () => {
    await restore();
    return new Response(null, { status: 200 });
  };
  const sandbox = createSandbox({ now: () => start, send });
  const empty = await sandbox.snapshot();
  await clientOf(sandbox).webhooks.create({ url: "https://shop.example/hook", enabled_events: ["*"] });
  await clientOf(sandbox).payments.create(newPayment);
  restore = () => sandbox.restore(empty);
  await sandbox.deliver();
  expect(await sandbox.snapshot()).toEqual(empty);
});

type Damage = (snapshot: Record<string, unknown> & { objects: Part[]; due: Part[]; entries: Part[] }) => unknown;
// biome-ignore lint/suspicious/noExplicitAny: the parts of a damaged snapshot have no type.
type Part = any;

const damages: [about: string, damage: Damage, message: string | RegExp][] = [
  ["is not an object", () => "{}", "the value must be an object"],
  ["is something else", () => ({ openapi: "3.1.0" }), 'format must be "vinr-sandbox-snapshot"'],
  ["has no version", ({ version: _, ...rest }) => rest, "version is undefined, and this program reads 1"],
  ["is of an older version", (snapshot) => ({ ...snapshot, version: 0 }), "version is 0, and this program reads 1"],
  ["is of a newer version", (snapshot) => ({ ...snapshot, version: 2 }), "version is 2, and this program reads 1"],
  ["has no clock", ({ time: _, ...rest }) => rest, "time must be an integer from 0 to 253399622400000"],
  [
    "has a time that no timestamp can name",
    (snapshot) => ({ ...snapshot, time: 9e15 }),
    "time must be an integer from 0",
  ],
  [
    "would make ids twice",
    (snapshot) => ({ ...snapshot, ids: { seed: 1, count: 2 ** 32 } }),
    "ids.count must be an integer from 0 to 2147483648",
  ],
  [
    "remembers a response that is none",
    (snapshot) => {
      const response = {
        operationId: "createPayment",
        key: "k",
        fingerprint: "f",
        status: 99,
        body: "{}",
        expiresAt: 1,
      };
      return { ...snapshot, responses: [response] };
    },
    "responses[0].status must be an HTTP status from 200 to 599",
  ],
  ["lacks a part", ({ responses: _, ...rest }) => rest, "responses must be an array"],
  [
    "has an amount that is none",
    (snapshot) => change(snapshot.objects, "payment", ({ object }) => ({ object: { ...object, amount: "10" } })),
    /objects\[0\]\.object does not match the specification: .*amount/,
  ],
  [
    "has an object of an unknown kind",
    (snapshot) => change(snapshot.objects, "payment", () => ({ kind: "__proto__" })),
    "objects[0].kind must be payment, refund",
  ],
  ["has an object twice", (snapshot) => snapshot.objects.push(snapshot.objects[0]), /is payment pay_\w+ a second time/],
  [
    "lacks an object",
    (snapshot) => ({ ...snapshot, objects: snapshot.objects.filter(({ kind }) => kind !== "event") }),
    /needs the event evt_\w+, which is not in the snapshot/,
  ],
  [
    "has money from nowhere",
    (snapshot) => {
      snapshot.entries[0].entry.postings[0].amount += 1;
    },
    "entries[0].entry.postings must add up to zero",
  ],
  [
    "has work about nothing",
    (snapshot) => snapshot.due.push({ kind: "refund", subject: "re_none", at: 1 }),
    "needs the refund re_none, which is not in the snapshot",
  ],
  [
    "has work that nobody does",
    (snapshot) => snapshot.due.push({ kind: "tea", subject: "re_none", at: 1 }),
    "kind must be authorization_expiry, checkout_expiry",
  ],
];

function change(objects: Part[], kind: string, make: (found: Part) => object): void {
  const index = objects.findIndex((one) => one.kind === kind);
  objects[index] = { ...objects[index], ...make(objects[index]) };
}

it.each(damages)("rejects a snapshot that %s, and says where", async (_, damage, message) => {
  const sandbox = open(createMemoryStore());
  const vinr = clientOf(sandbox);
  await vinr.webhooks.create({ url: "https://shop.example/hook", enabled_events: ["*"] });
  const { id } = await vinr.payments.create(newPayment);
  await sandbox.checkout(id).pay("4242424242424242");
  await vinr.refunds.create({ payment: id, amount: 1 });
  const snapshot = copy(await sandbox.snapshot()) as Parameters<Damage>[0] & Snapshot;
  const damaged = damage(snapshot);
  const given = typeof damaged === "object" || typeof damaged === "string" ? damaged : snapshot;
  const rejected = sandbox.restore(given);
  await expect(rejected).rejects.toThrow(message);
  await expect(rejected).rejects.toThrow(/^The snapshot cannot be restored: .* Take a new one with snapshot\(\)\.$/);
});
