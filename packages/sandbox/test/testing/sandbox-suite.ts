import { isVinrError, Vinr } from "@vinr/client";
import { describe, expect, it } from "vitest";
import { createSandbox, type SandboxAccount } from "../../src/index.js";
import { openStore } from "./stores.js";

const start = Date.UTC(2026, 3, 15, 10, 30);
const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/orders/1042/return" };

/** A sandbox of its own, on the store that these tests run on. */
async function open() {
  const sandbox = createSandbox({ now: () => start, store: await openStore() });
  return { sandbox, vinr: clientOf(sandbox, sandbox) };
}

function clientOf(account: SandboxAccount, { fetch }: Pick<ReturnType<typeof createSandbox>, "fetch">): Vinr {
  return new Vinr({ secretKey: account.key(), fetch, maxRetries: 0 });
}

const typesOf = async (account: SandboxAccount) => (await account.events()).map(({ type }) => type);

async function codeOf(act: Promise<unknown>): Promise<unknown> {
  return act.then(
    () => "no error",
    (error: unknown) => (isVinrError(error) ? error.code : error),
  );
}

/** A payment of an amount that was paid at once. */
async function pay(vinr: Vinr, account: SandboxAccount, amount = 1000, currency = "EUR"): Promise<string> {
  const { id } = await vinr.payments.create({ ...newPayment, amount, currency });
  await account.checkout(id).pay("4242 4242 4242 4242");
  return id;
}

/** The life of everything in an account, on the store that was chosen with `runOn`. */
export function testSandbox(): void {
  describe("a payment", () => {
    it("waits for its customer, and is completed when they have paid", async () => {
      const { sandbox, vinr } = await open();
      const created = await vinr.payments.create({ ...newPayment, metadata: { order: "1042" } });
      expect(created).toMatchObject({
        status: "pending",
        created_at: "2026-04-15T10:30:00Z",
        metadata: { order: "1042" },
      });
      expect(created.checkoutUrl).toContain(created.id);
      await sandbox.checkout(created.id).pay("4242 4242 4242 4242");
      const paid = await vinr.payments.retrieve(created.id);
      expect(paid).toMatchObject({ status: "completed", amountCaptured: 1000, amountRefunded: 0, amountCapturable: 0 });
      expect(paid).not.toHaveProperty("checkoutUrl");
      expect(await typesOf(sandbox)).toEqual(["payment.created", "payment.completed"]);
    });

    it("is authorized first where it is not captured at once, and captured in part", async () => {
      const { sandbox, vinr } = await open();
      const { id } = await vinr.payments.create({ ...newPayment, capture: false });
      await sandbox.checkout(id).pay("4242424242424242");
      expect(await vinr.payments.retrieve(id)).toMatchObject({ status: "authorized", amountCapturable: 1000 });
      expect(await codeOf(vinr.payments.capture(id, { amount: 1001 }))).toBe("amount_too_large");
      expect(await vinr.payments.capture(id, { amount: 600 })).toMatchObject({
        status: "completed",
        amountCaptured: 600,
      });
      expect(await codeOf(vinr.payments.capture(id))).toBe("already_captured");
      expect(await codeOf(vinr.payments.cancel(id))).toBe("already_captured");
    });

    it.each([
      ["4000 0000 0000 0002", "card_declined"],
      ["4000 0000 0000 9995", "insufficient_funds"],
      ["4000 0000 0000 0069", "expired_card"],
      ["4000 0000 0000 0119", "processing_error"],
    ])("fails with the card %s", async (card, code) => {
      const { sandbox, vinr } = await open();
      const { id } = await vinr.payments.create(newPayment);
      await sandbox.checkout(id).pay(card);
      expect(await vinr.payments.retrieve(id)).toMatchObject({ status: "failed", failure: { code } });
      expect(await typesOf(sandbox)).toEqual(["payment.created", "payment.failed"]);
      expect(await codeOf(vinr.payments.cancel(id))).toBe("payment_not_cancellable");
      expect(await codeOf(vinr.payments.capture(id))).toBe("payment_not_capturable");
    });

    it("passes or fails 3-D Secure", async () => {
      const { sandbox, vinr } = await open();
      const challenge = async () => {
        const { id } = await vinr.payments.create(newPayment);
        expect(await sandbox.checkout(id).pay("4000 0000 0000 3220")).toMatchObject({
          status: "requires_authentication",
        });
        return sandbox.checkout(id);
      };
      expect(await (await challenge()).passChallenge()).toMatchObject({ status: "completed" });
      expect(await (await challenge()).failChallenge()).toMatchObject({ failure: { code: "authentication_failed" } });
    });

    it("takes no card that is not a test card, and does not show it", async () => {
      const { sandbox, vinr } = await open();
      const { id } = await vinr.payments.create(newPayment);
      const attempt = sandbox.checkout(id).pay("5555 5555 5555 4444");
      await expect(attempt).rejects.toThrow("not one of the sandbox's test cards");
      await expect(attempt).rejects.not.toThrow("5555");
      expect((await vinr.payments.retrieve(id)).status).toBe("pending");
    });

    it("expires: a checkout after 24 hours, an authorization after 7 days", async () => {
      const { sandbox, vinr } = await open();
      const { id: waiting } = await vinr.payments.create(newPayment);
      const { id: authorized } = await vinr.payments.create({ ...newPayment, capture: false });
      await sandbox.checkout(authorized).pay("4242424242424242");
      const statuses = () =>
        Promise.all([waiting, authorized].map(async (id) => (await vinr.payments.retrieve(id)).status));
      await sandbox.clock.advance({ hours: 23, minutes: 59, seconds: 59 });
      expect(await statuses()).toEqual(["pending", "authorized"]);
      await sandbox.clock.advance({ seconds: 1 });
      expect(await statuses()).toEqual(["expired", "authorized"]);
      await sandbox.clock.advance({ days: 6 });
      expect(await statuses()).toEqual(["expired", "expired"]);
      const expired = (await sandbox.events()).filter(({ type }) => type === "payment.expired");
      expect(expired.map(({ created_at }) => created_at)).toEqual(["2026-04-16T10:30:00Z", "2026-04-22T10:30:00Z"]);
    });
  });

  describe("a refund", () => {
    it("reaches the customer after an hour; several share what was captured", async () => {
      const { sandbox, vinr } = await open();
      const payment = await pay(vinr, sandbox);
      const first = await vinr.refunds.create({ payment, amount: 300 });
      const rest = await vinr.refunds.create({ payment });
      expect([first.status, rest.amount]).toEqual(["pending", 700]);
      expect(await codeOf(vinr.refunds.create({ payment, amount: 1 }))).toBe("amount_too_large");
      expect((await vinr.payments.retrieve(payment)).amountRefunded).toBe(1000);
      await sandbox.clock.advance({ hours: 1 });
      expect((await vinr.refunds.retrieve(first.id)).status).toBe("succeeded");
      expect((await typesOf(sandbox)).slice(-4)).toEqual([
        "refund.created",
        "refund.created",
        "refund.completed",
        "refund.completed",
      ]);
    });

    it("that fails can be made again", async () => {
      const { sandbox, vinr } = await open();
      const payment = await pay(vinr, sandbox);
      await sandbox.failNextRefund();
      const refund = await vinr.refunds.create({ payment });
      await sandbox.clock.advance({ hours: 1 });
      expect((await vinr.refunds.retrieve(refund.id)).status).toBe("failed");
      expect((await vinr.payments.retrieve(payment)).amountRefunded).toBe(0);
      expect(await vinr.refunds.create({ payment })).toMatchObject({ amount: 1000 });
      expect(await typesOf(sandbox)).toContain("refund.failed");
    });

    it("needs a completed payment of the account", async () => {
      const { sandbox, vinr } = await open();
      const { id } = await vinr.payments.create(newPayment);
      expect(await codeOf(vinr.refunds.create({ payment: id }))).toBe("payment_not_refundable");
      const other = clientOf(sandbox.account("other"), sandbox);
      expect(await codeOf(other.refunds.create({ payment: id }))).toBe("resource_not_found");
    });
  });

  describe("a settlement", () => {
    it("is made at midnight, adds up, and is paid two days later", async () => {
      const { sandbox, vinr } = await open();
      const payment = await pay(vinr, sandbox, 184_500);
      await vinr.refunds.create({ payment, amount: 4_999 });
      await sandbox.clock.advance({ days: 1 });
      const { data } = await vinr.settlements.list();
      expect(data).toHaveLength(1);
      const [settlement] = data;
      expect(settlement).toMatchObject({
        status: "pending",
        currency: "EUR",
        grossAmount: 184_500,
        refundedAmount: 4_999,
        feeAmount: 2_603,
        netAmount: 176_898,
        payoutId: null,
        periodStart: "2026-04-15T00:00:00Z",
        periodEnd: "2026-04-16T00:00:00Z",
        created_at: "2026-04-16T00:00:00Z",
      });
      const { data: lines } = await vinr.settlements.listTransactions(settlement?.id ?? "");
      expect(lines.map(({ type, gross, fee, net }) => [type, gross, fee, net])).toEqual([
        ["refund", -4_999, 0, -4_999],
        ["payment", 184_500, -2_603, 181_897],
      ]);
      await sandbox.clock.advance({ days: 2 });
      expect(await vinr.settlements.retrieve(settlement?.id ?? "")).toMatchObject({ status: "paid" });
      expect((await typesOf(sandbox)).at(-1)).toBe("settlement.completed");
    });

    it("is made for each currency, of whatever decimals", async () => {
      const { sandbox, vinr } = await open();
      for (const currency of ["KWD", "EUR", "JPY"]) await pay(vinr, sandbox, 1_000, currency);
      await sandbox.clock.advance({ days: 1 });
      const { data } = await vinr.settlements.list();
      expect(
        data.map(({ currency, grossAmount, feeAmount, netAmount }) => [currency, grossAmount, feeAmount, netAmount]),
      ).toEqual([
        ["KWD", 1_000, 34, 966],
        ["JPY", 1_000, 34, 966],
        ["EUR", 1_000, 34, 966],
      ]);
    });

    it("has a line for a capture of which its fee leaves nothing", async () => {
      const { sandbox, vinr } = await open();
      const payment = await pay(vinr, sandbox, 20);
      await sandbox.clock.advance({ days: 3 });
      const { data } = await vinr.settlements.list();
      expect(data).toMatchObject([{ grossAmount: 20, feeAmount: 20, netAmount: 0, status: "paid" }]);
      const { data: lines } = await vinr.settlements.listTransactions(data[0]?.id ?? "");
      expect(lines).toMatchObject([{ type: "payment", source: payment, gross: 20, fee: -20, net: 0 }]);
      await sandbox.account("fork").restore(JSON.parse(JSON.stringify(await sandbox.snapshot())));
    });

    it("is one of several where the sums of a day would be larger than its figures may be", async () => {
      const { sandbox, vinr } = await open();
      const largest = 999_999_999_999;
      for (const amount of [1_000, largest, largest]) await pay(vinr, sandbox, amount);
      await sandbox.clock.advance({ days: 3 });
      const { data } = await vinr.settlements.list();
      expect(data.map(({ grossAmount, status }) => [grossAmount, status])).toEqual([
        [largest, "paid"],
        [largest, "paid"],
        [1_000, "paid"],
      ]);
      const snapshot = await sandbox.snapshot();
      await sandbox.account("fork").restore(snapshot);
      expect((await clientOf(sandbox.account("fork"), sandbox).settlements.list()).data).toEqual(data);
    });

    it("gives a customer back what was paid, and no more, whatever is refunded and disputed", async () => {
      const { sandbox, vinr } = await open();
      const payment = await pay(vinr, sandbox);
      const refund = (amount?: number) =>
        vinr.refunds.create({ payment, ...(amount === undefined ? {} : { amount }) }).then(
          (created) => created.amount,
          (error: { code: string }) => error.code,
        );
      const dispute = () => sandbox.openDispute(payment);
      expect(await refund(400)).toBe(400);
      const first = await dispute();
      await expect(dispute()).rejects.toMatchObject({ code: "payment_not_refundable" });
      expect([first.amount, await refund(), await refund(1)]).toEqual([600, "amount_too_large", "amount_too_large"]);
      await sandbox.resolveDispute(first.id, "won");
      expect([await refund(100), (await dispute()).amount]).toEqual([100, 500]);
      await sandbox.clock.advance({ hours: 2 });
      await expect(dispute()).rejects.toMatchObject({ code: "payment_not_refundable" });
      expect(await refund(1)).toBe("amount_too_large");
      const { entries } = await sandbox.snapshot();
      const owed = entries.flatMap(({ entry }) => entry.postings).filter(({ account }) => account === "card_network");
      expect(owed.reduce((sum, { amount }) => sum + amount, 0)).toBe(-500);
    });

    it("holds what a dispute is about, and gives it back when it is won", async () => {
      const { sandbox, vinr } = await open();
      const payment = await pay(vinr, sandbox);
      await sandbox.clock.advance({ days: 1 });
      const dispute = await sandbox.openDispute(payment);
      await sandbox.clock.advance({ days: 1 });
      await sandbox.resolveDispute(dispute.id, "won");
      await sandbox.clock.advance({ days: 1 });
      const { data } = await vinr.settlements.list();
      expect(
        data.map(({ netAmount, grossAmount, refundedAmount }) => [netAmount, grossAmount, refundedAmount]),
      ).toEqual([
        [1000, 1000, 0],
        [-1000, 0, 1000],
        [966, 1000, 0],
      ]);
    });
  });

  describe("the URL of a webhook endpoint", () => {
    const register = async (url: string) => {
      const { vinr } = await open();
      return vinr.webhooks.create({ url, enabled_events: ["*"] });
    };

    it.each(["https://user:secret@shop.example/", "https://user@shop.example", "https://shop.example:99999/"])(
      "is one that `fetch` sends to: %s is rejected",
      async (url) => {
        await expect(register(url)).rejects.toMatchObject({ status: 400, code: "parameter_invalid", param: "url" });
      },
    );

    it.each(["https://shop.example/@vinr", "https://shop.example:8443?to=a@b"])(
      "may have an @ behind its host: %s",
      async (url) => expect((await register(url)).url).toBe(url),
    );
  });

  describe("a list", () => {
    it("stays stable while objects are added", async () => {
      const { vinr } = await open();
      const ids: string[] = [];
      for (let i = 0; i < 7; i++) ids.unshift((await vinr.payments.create({ ...newPayment, amount: i + 1 })).id);
      const first = await vinr.payments.list({ limit: 3 });
      await vinr.payments.create(newPayment);
      const second = await vinr.payments.list({ limit: 3, starting_after: first.page.next_cursor ?? "" });
      expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(ids.slice(0, 6));
      const back = await vinr.payments.list({ limit: 2, ending_before: second.data[0]?.id });
      expect(back.data.map(({ id }) => id)).toEqual(ids.slice(1, 3));
      const last = await vinr.payments.list({ starting_after: ids[5] });
      expect([last.data.length, last.page]).toEqual([1, { has_more: false, next_cursor: null, total_estimate: 8 }]);
    });

    it("has no cursor to go on from before its newest object, and says so", async () => {
      const { vinr } = await open();
      const { id } = await vinr.payments.create(newPayment);
      const { data, page } = await vinr.payments.list({ ending_before: id });
      expect([data, page]).toEqual([[], { has_more: false, next_cursor: null, total_estimate: 1 }]);
    });

    it("of refunds has those of one payment where asked", async () => {
      const { sandbox, vinr } = await open();
      const [one, other] = [await pay(vinr, sandbox), await pay(vinr, sandbox)];
      const refund = await vinr.refunds.create({ payment: one, amount: 1 });
      await vinr.refunds.create({ payment: other, amount: 1 });
      expect((await vinr.refunds.list({ payment: one })).data.map(({ id }) => id)).toEqual([refund.id]);
      expect((await vinr.refunds.list()).data).toHaveLength(2);
    });

    it("has no place for a cursor of something else", async () => {
      const { vinr } = await open();
      expect(await codeOf(vinr.payments.list({ starting_after: "pay_1234567890" }))).toBe("parameter_invalid");
    });
  });

  describe("a webhook endpoint", () => {
    it("shows its secret once, and can be deleted", async () => {
      const { vinr } = await open();
      const created = await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
      expect(created.secret).toMatch(/^whsec_/);
      const { data } = await vinr.webhooks.list();
      expect(data).toEqual([{ ...created, secret: undefined }].map(({ secret: _, ...rest }) => rest));
      await vinr.webhooks.delete(created.id);
      expect((await vinr.webhooks.list()).data).toEqual([]);
      expect(await codeOf(vinr.webhooks.delete(created.id))).toBe("resource_not_found");
    });
  });

  describe("a sandbox", () => {
    it("creates one payment for one idempotency key, however often it is asked at once", async () => {
      const { vinr } = await open();
      const calls = Array.from({ length: 1000 }, () =>
        vinr.payments.create(newPayment, { idempotencyKey: "order-1042" }),
      );
      expect(new Set((await Promise.all(calls)).map(({ id }) => id)).size).toBe(1);
      expect((await vinr.payments.list()).data).toHaveLength(1);
    });

    it("does nothing for a request that was aborted before, as `fetch` does", async () => {
      const { sandbox, vinr } = await open();
      const body = JSON.stringify(newPayment);
      const headers = { authorization: `Bearer ${sandbox.key()}`, "content-type": "application/json" };
      const request = () =>
        new Request("http://localhost/v1/payments", { method: "POST", headers, body, signal: AbortSignal.abort() });
      await expect(sandbox.fetch(request())).rejects.toMatchObject({ name: "AbortError" });
      await expect(sandbox.fetch(request(), {})).rejects.toMatchObject({ name: "AbortError" });
      expect((await vinr.payments.list()).data).toEqual([]);
      expect((await sandbox.fetch(request(), { signal: null })).status).toBe(201);
    });

    it("captures or cancels, never both", async () => {
      for (let i = 0; i < 20; i++) {
        const { sandbox, vinr } = await open();
        const { id } = await vinr.payments.create({ ...newPayment, capture: false });
        await sandbox.checkout(id).pay("4242424242424242");
        const codes = await Promise.all([codeOf(vinr.payments.capture(id)), codeOf(vinr.payments.cancel(id))]);
        expect([
          ["no error", "already_captured"],
          ["payment_not_capturable", "no error"],
        ]).toContainEqual(codes);
      }
    });

    it("leaves nothing of an operation that fails", async () => {
      const { sandbox, vinr } = await open();
      const { id } = await vinr.payments.create(newPayment);
      const before = JSON.stringify([await sandbox.events(), await vinr.payments.list()]);
      await codeOf(vinr.payments.capture(id));
      await codeOf(vinr.refunds.create({ payment: id }));
      expect(JSON.stringify([await sandbox.events(), await vinr.payments.list()])).toBe(before);
    });

    it("responds alike to the same requests, ids included", async () => {
      const story = async () => {
        const { sandbox, vinr } = await open();
        const payment = await pay(vinr, sandbox);
        await vinr.refunds.create({ payment, amount: 10 });
        await sandbox.clock.advance({ days: 4 });
        return JSON.stringify([await sandbox.events(), await vinr.settlements.list(), await vinr.refunds.list()]);
      };
      expect(await story()).toBe(await story());
    });

    it("keeps accounts apart", async () => {
      const { sandbox } = await open();
      const accounts = Array.from({ length: 100 }, (_, i) => sandbox.account(`shop${i}`));
      await Promise.all(
        accounts.map((account, i) => clientOf(account, sandbox).payments.create({ ...newPayment, amount: i + 1 })),
      );
      for (const [i, account] of accounts.entries()) {
        const { data } = await clientOf(account, sandbox).payments.list();
        expect(data.map(({ amount }) => amount)).toEqual([i + 1]);
      }
      await accounts[0]?.clock.advance({ days: 2 });
      expect((await clientOf(accounts[1] as SandboxAccount, sandbox).payments.list()).data[0]?.status).toBe("pending");
    });

    it("stays as it is, whatever becomes of the objects that it returned", async () => {
      const { sandbox, vinr } = await open();
      await vinr.webhooks.create({ url: "https://shop.example/webhooks", enabled_events: ["*"] });
      const { id } = await vinr.payments.create({ ...newPayment, metadata: { order: "1042" } });
      const checkout = sandbox.checkout(id);
      const challenged = await checkout.pay("4000 0000 0000 3220");
      const passed = await checkout.passChallenge();
      const opened = await sandbox.openDispute(id);
      const resolved = await sandbox.resolveDispute(opened.id, "won");
      const other = await vinr.payments.create(newPayment);
      await sandbox.checkout(other.id).pay("4000 0000 0000 3220");
      const failed = await sandbox.checkout(other.id).failChallenge();
      const world = async () => ({
        payments: [await vinr.payments.retrieve(id), await vinr.payments.retrieve(other.id)],
        events: await sandbox.events(),
        deliveries: (await sandbox.deliveries()).map(({ event, attempts }) => ({ event, attempts })),
      });
      const before = await world();
      const expected = JSON.stringify(before);
      const { events, deliveries } = before;
      for (const one of [challenged, passed, opened, resolved, failed]) Object.assign(one, { amount: 1 });
      Object.assign(passed.metadata, { order: "1" });
      for (const { data } of [...events, ...deliveries.map(({ event }) => event)]) {
        Object.assign(data.object, { amount: 1, amountRefunded: 1000 });
      }
      for (const { attempts } of deliveries) (attempts as unknown[]).push("one more");
      expect(JSON.stringify(await world())).toBe(expected);
      // The last event of a payment is the payment as it is.
      expect(await sandbox.openDispute(id)).toMatchObject({ amount: 1000 });
    });

    it("has a clock that keeps pace with the wall's, however long requests take", async () => {
      let now = start;
      // Each look at the clock is ten milliseconds later than the one before.
      const sandbox = createSandbox({ now: () => (now += 10), store: await openStore() });
      const vinr = clientOf(sandbox, sandbox);
      for (let i = 0; i < 5; i++) await vinr.payments.create(newPayment);
      expect(await sandbox.clock.now()).toBe(now);
    });

    it("has a clock that no timestamp is too short for", async () => {
      const now = () => Date.UTC(9998, 11, 30);
      const sandbox = createSandbox({ now, store: await openStore() });
      await sandbox.clock.advance({ days: 1 });
      await expect(sandbox.clock.advance({ days: 2 })).rejects.toThrow("to the year 9999 at most");
      const payment = await clientOf(sandbox, sandbox).payments.create(newPayment);
      expect(payment.created_at).toBe("9998-12-31T00:00:00Z");
    });

    it("has a clock that never goes back", async () => {
      let now = start;
      const sandbox = createSandbox({ now: () => now, store: await openStore() });
      await sandbox.clock.advance({ days: 1 });
      now -= 86_400_000;
      expect(await sandbox.clock.now()).toBe(start + 86_400_000);
      await expect(sandbox.clock.advance({ days: -1 })).rejects.toThrow("The clock can only move forward");
      await expect(sandbox.clock.advance({ days: Number.NaN })).rejects.toThrow("The clock can only move forward");
    });

    it.each(["", "two words", "../x", "é"])("has no account named %j", (name) => {
      expect(() => createSandbox().account(name)).toThrow(TypeError);
    });
  });
}
