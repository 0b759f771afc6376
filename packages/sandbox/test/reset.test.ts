import { Vinr } from "@vinr/client";
import { describe, expect, it } from "vitest";
import { createSandbox, type Sandbox, type SendRequest } from "../src/index.js";
import { Apis, type Asked } from "./testing/control.js";
import { createPlace, storeNames, usePostgres } from "./testing/stores.js";

const start = Date.UTC(2026, 3, 15, 10, 30);
const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

usePostgres();

describe.each(storeNames)("an account that is reset: %s", (name) => {
  async function open(send?: SendRequest) {
    const store = await (await createPlace(name)).open();
    const sandbox = createSandbox({ store, now: () => start, ...(send === undefined ? {} : { send }) });
    const vinrOf = (secretKey: string) => new Vinr({ secretKey, fetch: sandbox.fetch, maxRetries: 0 });
    return { sandbox, vinr: vinrOf(sandbox.key()), vinrOf };
  }

  /** All that can happen in a day, and leaves something due. */
  async function live(vinr: Vinr, sandbox: Awaited<ReturnType<typeof open>>["sandbox"]) {
    await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    const { id } = await vinr.payments.create(newPayment, { idempotencyKey: "order-1042" });
    await sandbox.checkout(id).pay("4242 4242 4242 4242");
    await vinr.refunds.create({ payment: id, amount: 100 });
    await sandbox.failNextRefund();
    await sandbox.clock.advance({ minutes: 30 });
    return { events: await sandbox.events(), deliveries: await sandbox.deliveries() };
  }

  it("has nothing any more, and the wall's time", async () => {
    const { sandbox, vinr } = await open();
    await live(vinr, sandbox);
    await sandbox.reset();
    expect(await sandbox.clock.now()).toBe(start);
    expect([await sandbox.events(), await sandbox.deliveries()]).toEqual([[], []]);
    for (const list of [vinr.payments.list(), vinr.refunds.list(), vinr.webhooks.list(), vinr.settlements.list()]) {
      expect(await list).toMatchObject({ data: [], page: { total_estimate: 0 } });
    }
    await sandbox.clock.advance({ days: 30 });
    expect(await sandbox.events()).toEqual([]);
  });

  it("begins anew: the same requests do the same, idempotency keys included", async () => {
    const { sandbox, vinr } = await open();
    const first = await live(vinr, sandbox);
    await sandbox.reset();
    expect(await live(vinr, sandbox)).toEqual(first);
  });

  it.each<[what: string, act: (sandbox: Sandbox) => Promise<void>]>([
    ["what is due is sent", (sandbox) => sandbox.deliver()],
    ["its clock is moved", (sandbox) => sandbox.clock.advance({ days: 5 })],
  ])("keeps the wall's time where that happens while %s; one that is restored keeps its snapshot's", async (_, act) => {
    let onDelivery: (() => Promise<void>) | undefined;
    const { sandbox, vinr } = await open(async () => {
      const replace = onDelivery;
      onDelivery = undefined;
      await replace?.();
      return new Response(null, { status: 204 });
    });
    await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    await vinr.payments.create(newPayment);
    const before = await sandbox.snapshot();
    const statuses: string[][] = [];
    for (const replace of [() => sandbox.restore(before), () => sandbox.reset()]) {
      await sandbox.clock.advance({ days: 30 });
      await vinr.payments.create(newPayment);
      onDelivery = replace;
      await act(sandbox);
      expect(await sandbox.clock.now()).toBe(start);
      statuses.push((await vinr.payments.list()).data.map(({ status }) => status));
    }
    expect(statuses).toEqual([["pending"], []]);
  });

  it("is not moved to where its clock was to go when what it had was sent", async () => {
    let replace: (() => Promise<void>) | undefined;
    const { sandbox, vinr } = await open(async () => {
      await replace?.();
      return new Response(null, { status: 204 });
    });
    await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    await vinr.payments.create(newPayment);
    const before = await sandbox.snapshot();
    for (replace of [() => sandbox.restore(before), () => sandbox.reset()]) {
      await sandbox.clock.advance({ days: 5 });
      expect(await sandbox.clock.now()).toBe(start);
    }
  });

  it("is not moved by what waited for its turn when that happened", async () => {
    let onDelivery: (() => Promise<void>) | undefined;
    const { sandbox, vinr } = await open(async () => {
      await onDelivery?.();
      return new Response(null, { status: 204 });
    });
    await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    await vinr.payments.create(newPayment);
    let waiting: Promise<void> | undefined;
    onDelivery = async () => {
      onDelivery = undefined;
      waiting = sandbox.clock.advance({ days: 3 });
      // It asks for its turn, and then everything is replaced.
      await sandbox.clock.now();
      await sandbox.reset();
    };
    await sandbox.deliver();
    await waiting;
    expect(await sandbox.clock.now()).toBe(start);
  });

  it.each([
    ["a move of the clock", "/clock/advances", { days: 3 }],
    ["a delivery run", "/delivery-runs", undefined],
    ["a replay", "/deliveries/{id}/replays", undefined],
  ])("is left alone by what waited for its idempotency key when that happened: %s", async (_, path, body) => {
    const apis = new Apis(start, { store: await (await createPlace(name)).open() });
    await apis.vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    await apis.vinr.payments.create(newPayment);
    const { body: deliveries } = await apis.get("/deliveries");
    const { body: before } = await apis.get("/snapshot");
    const [{ id }] = deliveries.data as [{ id: string }];
    const ask = () => apis.post(path.replace("{id}", id), body, { "idempotency-key": "once" });
    let waiting: Promise<Asked> | undefined;
    apis.meanwhile = async () => {
      apis.meanwhile = async () => undefined;
      waiting = ask();
      // Goes the same way: when it has been there, the one before it waits.
      await apis.post("/refund-failures", undefined, { "idempotency-key": "another" });
      await apis.post("/restorations", before);
    };
    await ask();
    await waiting;
    expect((await apis.get("/snapshot")).body).toEqual(before);
    expect(apis.received).toEqual(["payment.created"]);
    expect(await ask()).toMatchObject({ status: 201, replayed: false });
  });

  it("is not moved on where another sender has its deliveries, or where its clock is on the way", async () => {
    const store = await (await createPlace(name)).open();
    let onDelivery: (() => Promise<void>) | undefined;
    const [one, other] = [0, 1].map(() => {
      return createSandbox({
        store,
        now: () => start,
        send: async () => {
          const act = onDelivery;
          onDelivery = undefined;
          await act?.();
          return new Response(null, { status: 204 });
        },
      });
    }) as [Sandbox, Sandbox];
    const vinr = new Vinr({ secretKey: one.key(), fetch: one.fetch, maxRetries: 0 });
    const begin = async () => {
      await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
      await vinr.payments.create(newPayment);
    };
    await begin();
    // The account that takes its place has the same delivery, which the other one sends just now.
    const taken = new Promise<void>((resolve) => {
      onDelivery = async () => {
        await one.reset();
        await begin();
        const sent = new Promise<void>((end) => {
          onDelivery = async () => {
            end();
            await moved;
          };
        });
        void other.deliver().then(resolve);
        await sent;
      };
    });
    const moved: Promise<void> = one.clock.advance({ days: 5 });
    await Promise.all([moved, taken]);
    expect(await one.clock.now()).toBe(start);
    // A moment that the clock reached, and one that it did not reach, are the same to an account that was restored.
    await one.clock.advance({ days: 1 });
    const later = await one.snapshot();
    await one.reset();
    await begin();
    onDelivery = () => one.restore(later);
    await one.clock.advance({ days: 5 });
    expect(await one.clock.now()).toBe(start + 86_400_000);
  });

  it("changes no other account", async () => {
    const { sandbox, vinr, vinrOf } = await open();
    const other = vinrOf(sandbox.account("other").key());
    const { id } = await other.payments.create(newPayment);
    await vinr.payments.create(newPayment);
    await sandbox.reset();
    expect((await other.payments.list()).data.map((payment) => payment.id)).toEqual([id]);
  });
});
