import type { Event, IdempotentRequest, Payment, Refund } from "@vinr/server";
import { describe, expect, it } from "vitest";
import type { DueWork } from "../src/domain/decision.js";
import { captureEntry } from "../src/domain/ledger.js";
import { newAccountState, type Records, type Store } from "../src/store/store.js";
import { createPlace, storeNames, usePostgres } from "./testing/stores.js";

const created_at = "2026-04-15T10:30:00Z";

function paymentOf(id: string, change: Partial<Payment> = {}): Payment {
  return {
    id,
    object: "payment",
    status: "pending",
    amount: 1000,
    currency: "EUR",
    metadata: {},
    created_at,
    ...change,
  };
}

function refundOf(id: string, payment: string): Refund {
  return { id, object: "refund", payment, amount: 1, currency: "EUR", status: "pending", metadata: {}, created_at };
}

const request: IdempotentRequest = { account: "a", operationId: "createPayment", key: "k", fingerprint: "f" };
const work = (subject: string, at: number, kind: DueWork["kind"] = "refund"): DueWork => ({ kind, subject, at });

/** Everything that a test can see of an account, to be compared before and after. */
async function dump(records: Records): Promise<unknown> {
  const due: DueWork[] = [];
  for (const queue of ["decision", "delivery"] as const) {
    for (let next = await records.nextDue(1e9, queue); next; next = await records.nextDue(1e9, queue)) {
      due.push(next);
      await records.removeDue(next);
    }
  }
  return structuredClone({
    due,
    account: await records.readAccount(),
    payments: await records.list("payment", { limit: 100 }),
    refunds: await records.list("refund", { limit: 100 }),
    ofPayment: await records.list("refund", { limit: 100 }, "pay_1"),
    entries: await records.entriesBetween(0, 1e9),
    response: await records.findResponse(request, 0),
  });
}

class Undo extends Error {}

/** Looks at an account in a transaction that leaves nothing. */
async function peek<T>(store: Store, account: string, look: (records: Records) => Promise<T>): Promise<T> {
  let seen: { value: T } | undefined;
  const attempt = store.transact(account, async (records) => {
    seen = { value: await look(records) };
    throw new Undo();
  });
  await expect(attempt).rejects.toThrow(Undo);
  return (seen as { value: T }).value;
}

usePostgres();

describe.each(storeNames)("a store: %s", (name) => {
  const open = async (): Promise<Store> => (await createPlace(name)).open();
  const ids = async (records: Records, page: Parameters<Records["list"]>[1], parent?: string) =>
    (await records.list(parent === undefined ? "payment" : "refund", page, parent))?.data.map(({ id }) => id);

  const fill = (store: Store, account = "a") =>
    store.transact(account, async (records) => {
      await records.writeAccount({ ...newAccountState, time: 5, idCount: 7 });
      for (const id of ["pay_1", "pay_2", "pay_3"]) await records.put("payment", paymentOf(id));
      for (const id of ["re_1", "re_2"]) await records.put("refund", refundOf(id, "pay_1"), "pay_1");
      await records.put("refund", refundOf("re_3", "pay_2"), "pay_2");
      await records.appendEntry({ entry: captureEntry("pay_1", "EUR", 1000, 34), at: 5 });
      for (const subject of ["x", "y", "z"]) await records.addDue(work(subject, 10));
      await records.addDue(work("d", 3, "delivery"));
      await records.saveResponse(request, { status: 201, body: "{ }" }, 100);
    });

  it("has an account as soon as it is named, with nothing in it", async () => {
    const store = await open();
    expect(await peek(store, "a", dump)).toEqual({
      due: [],
      account: newAccountState,
      payments: { data: [], hasOlder: false, total: 0 },
      refunds: { data: [], hasOlder: false, total: 0 },
      ofPayment: { data: [], hasOlder: false, total: 0 },
      entries: [],
      response: undefined,
    });
  });

  it("keeps what a transaction wrote, and shows it to the next", async () => {
    const store = await open();
    await fill(store);
    expect(await peek(store, "a", dump)).toEqual({
      due: [work("x", 10), work("y", 10), work("z", 10), work("d", 3, "delivery")],
      account: { ...newAccountState, time: 5, idCount: 7 },
      payments: { data: ["pay_3", "pay_2", "pay_1"].map((id) => paymentOf(id)), hasOlder: false, total: 3 },
      refunds: {
        data: [refundOf("re_3", "pay_2"), refundOf("re_2", "pay_1"), refundOf("re_1", "pay_1")],
        hasOlder: false,
        total: 3,
      },
      ofPayment: { data: [refundOf("re_2", "pay_1"), refundOf("re_1", "pay_1")], hasOlder: false, total: 2 },
      entries: [{ entry: captureEntry("pay_1", "EUR", 1000, 34), at: 5 }],
      response: { fingerprint: "f", response: { status: 201, body: "{ }" } },
    });
  });

  it("shows a transaction what it has written itself", async () => {
    const store = await open();
    await store.transact("a", async (records) => {
      await records.put("payment", paymentOf("pay_1"));
      await records.put("payment", paymentOf("pay_1", { status: "failed" }));
      expect((await records.find("payment", "pay_1"))?.status).toBe("failed");
      expect((await records.list("payment", { limit: 10 }))?.total).toBe(1);
      await records.addDue(work("x", 10));
      expect(await records.nextDue(10, "decision")).toEqual(work("x", 10));
    });
  });

  it("keeps nothing of a transaction that throws, and everything that was there", async () => {
    const store = await open();
    await fill(store);
    const before = await peek(store, "a", dump);
    const attempt = store.transact("a", async (records) => {
      await records.writeAccount({ ...newAccountState, time: 99 });
      await records.put("payment", paymentOf("pay_1", { status: "failed" }));
      await records.put("payment", paymentOf("pay_4"));
      await records.put("refund", refundOf("re_4", "pay_1"), "pay_1");
      await records.remove("refund", "re_1");
      await records.appendEntry({ entry: captureEntry("pay_2", "EUR", 1000, 34), at: 5 });
      await records.removeDue(work("x", 10));
      await records.addDue(work("y", 20));
      await records.addDue(work("w", 1));
      await records.saveResponse({ ...request, key: "another" }, { status: 201, body: "{}" }, 100);
      throw new Undo();
    });
    await expect(attempt).rejects.toThrow(Undo);
    expect(await peek(store, "a", dump)).toEqual(before);
    expect(await peek(store, "a", (records) => records.findResponse({ ...request, key: "another" }, 0))).toBe(
      undefined,
    );
  });

  it("has contents that are put into another account, and into another store", async () => {
    const store = await open();
    await fill(store);
    const contents = await store.transact("a", (records) => records.readContents());
    expect(JSON.parse(JSON.stringify(contents))).toStrictEqual(contents);
    const expected = { ...((await peek(store, "a", dump)) as object), account: newAccountState };
    for (const target of [store, await open()]) {
      await target.transact("b", async (records) => {
        await records.put("refund", refundOf("re_9", "pay_1"), "pay_1");
        await records.replaceContents(contents);
        expect(await ids(records, { limit: 9 }, "pay_1")).toEqual(["re_2", "re_1"]);
      });
      expect(await peek(target, "b", dump)).toEqual(expected);
      expect(await target.transact("b", (records) => records.readContents())).toEqual(contents);
      expect(await target.accountsWithDueWork(3, 9)).toContain("b");
    }
  });

  it("has its contents again after a transaction that replaced them and threw", async () => {
    const store = await open();
    await fill(store);
    const before = await peek(store, "a", dump);
    const attempt = store.transact("a", async (records) => {
      await records.put("payment", paymentOf("pay_4"));
      await records.replaceContents({ objects: [], entries: [], due: [work("x", 1)], responses: [] });
      await records.put("payment", paymentOf("pay_5"));
      await records.saveResponse({ ...request, key: "another" }, { status: 201, body: "{}" }, 100);
      throw new Undo();
    });
    await expect(attempt).rejects.toThrow(Undo);
    expect(await peek(store, "a", dump)).toEqual(before);
  });

  it("keeps accounts apart, with the same ids and keys in each", async () => {
    const store = await open();
    const empty = await peek(store, "b", dump);
    await fill(store, "a");
    expect(await peek(store, "b", dump)).toEqual(empty);
    await store.transact("b", (records) => records.put("payment", paymentOf("pay_1", { amount: 1 })));
    await store.transact("b", (records) => records.remove("payment", "pay_2"));
    expect(await peek(store, "a", (records) => records.find("payment", "pay_1"))).toEqual(paymentOf("pay_1"));
    expect(await peek(store, "b", (records) => ids(records, { limit: 9 }))).toEqual(["pay_1"]);
  });

  it("runs transactions of one account one after another, in the order in which they came", async () => {
    const store = await open();
    await Promise.all(
      Array.from({ length: 100 }, (_, turn) =>
        store.transact("a", async (records) => {
          const state = await records.readAccount();
          await new Promise((resolve) => setImmediate(resolve));
          expect(state.idCount).toBe(turn);
          await records.writeAccount({ ...state, idCount: state.idCount + 1 });
        }),
      ),
    );
    expect((await peek(store, "a", (records) => records.readAccount())).idCount).toBe(100);
  });

  it("goes on after a transaction that failed", async () => {
    const store = await open();
    const attempts = [0, 1, 2, 3].map((turn) =>
      store.transact("a", async (records) => {
        await records.put("payment", paymentOf(`pay_${turn}`));
        if (turn % 2 === 0) throw new Undo();
      }),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected", "fulfilled"]);
    expect(await peek(store, "a", (records) => ids(records, { limit: 9 }))).toEqual(["pay_3", "pay_1"]);
  });

  it("serves a thousand accounts at once", async () => {
    const store = await open();
    const names = Array.from({ length: 1000 }, (_, index) => `shop${index}`);
    await Promise.all(
      names.map((account, amount) =>
        store.transact(account, (records) => records.put("payment", paymentOf("pay_1", { amount }))),
      ),
    );
    const seen = await Promise.all(
      names.map((account) => store.transact(account, (records) => records.list("payment", { limit: 9 }))),
    );
    expect(seen.map((page) => page?.data.map(({ amount }) => amount))).toEqual(names.map((_, amount) => [amount]));
  });

  describe("a list", () => {
    const pages: [string, Parameters<Records["list"]>[1], string[], boolean][] = [
      ["begins with the newest", { limit: 2 }, ["pay_5", "pay_4"], true],
      ["ends with the oldest", { limit: 5 }, ["pay_5", "pay_4", "pay_3", "pay_2", "pay_1"], false],
      ["goes on after a cursor", { limit: 2, starting_after: "pay_4" }, ["pay_3", "pay_2"], true],
      ["ends after the last cursor", { limit: 2, starting_after: "pay_1" }, [], false],
      ["goes back before a cursor", { limit: 2, ending_before: "pay_2" }, ["pay_4", "pay_3"], true],
      ["ends before the first cursor", { limit: 2, ending_before: "pay_5" }, [], true],
      ["is read whole", { limit: Number.POSITIVE_INFINITY }, ["pay_5", "pay_4", "pay_3", "pay_2", "pay_1"], false],
    ];
    it.each(pages)("%s", async (_, page, data, hasOlder) => {
      const store = await open();
      await store.transact("a", async (records) => {
        for (let n = 1; n <= 5; n++) await records.put("payment", paymentOf(`pay_${n}`));
        const found = await records.list("payment", page);
        expect([found?.data.map(({ id }) => id), found?.hasOlder, found?.total]).toEqual([data, hasOlder, 5]);
      });
    });

    it("stays stable while objects are added, changed and removed", async () => {
      const store = await open();
      await store.transact("a", async (records) => {
        for (let n = 1; n <= 6; n++) await records.put("payment", paymentOf(`pay_${n}`));
      });
      const first = await peek(store, "a", (records) => ids(records, { limit: 3 }));
      await store.transact("a", async (records) => {
        await records.put("payment", paymentOf("pay_7"));
        await records.put("payment", paymentOf("pay_3", { status: "failed" }));
        await records.remove("payment", "pay_5");
      });
      const second = await peek(store, "a", (records) => ids(records, { limit: 3, starting_after: first?.at(-1) }));
      expect([...(first ?? []), ...(second ?? [])]).toEqual(["pay_6", "pay_5", "pay_4", "pay_3", "pay_2", "pay_1"]);
      const all = await peek(store, "a", (records) => records.list("payment", { limit: 10 }));
      expect([all?.data.map(({ id }) => id), all?.total]).toEqual([
        ["pay_7", "pay_6", "pay_4", "pay_3", "pay_2", "pay_1"],
        6,
      ]);
    });

    it("of a parent has a part of the objects, its own cursors and its own length", async () => {
      const store = await open();
      await fill(store);
      await store.transact("a", async (records) => {
        expect(await ids(records, { limit: 9, starting_after: "re_2" }, "pay_1")).toEqual(["re_1"]);
        expect(await ids(records, { limit: 9, ending_before: "re_1" }, "pay_1")).toEqual(["re_2"]);
        expect(await records.list("refund", { limit: 9, starting_after: "re_3" }, "pay_1")).toBe(undefined);
        // An object that is changed stays in its lists.
        await records.put("refund", { ...refundOf("re_1", "pay_1"), status: "failed" }, "pay_1");
        expect(await ids(records, { limit: 9 }, "pay_1")).toEqual(["re_2", "re_1"]);
        await records.remove("refund", "re_2");
        expect(await records.list("refund", { limit: 9 }, "pay_1")).toMatchObject({ data: [{ id: "re_1" }], total: 1 });
        expect(await records.list("refund", { limit: 9 })).toMatchObject({ total: 2 });
      });
    });

    it("has no place for a cursor of something else", async () => {
      const store = await open();
      await fill(store);
      await store.transact("a", async (records) => {
        expect(await records.list("payment", { limit: 9, starting_after: "re_1" })).toBe(undefined);
        expect(await records.list("payment", { limit: 9, ending_before: "pay_9" })).toBe(undefined);
      });
    });
  });

  it("keeps an object as it is, whatever its strings hold", async () => {
    const store = await open();
    const strange = "\u0000 \u2028 \ud800 𝟛 ' \" \\ ; -- $1 ? é";
    const payment = paymentOf("pay_1", { description: strange, metadata: { [strange]: strange } });
    const event = {
      id: "evt_1",
      object: "event",
      type: "payment.created",
      created_at,
      data: { object: payment },
    } as const;
    await store.transact("a", async (records) => {
      await records.put("event", event satisfies Event);
      await records.saveResponse(request, { status: 201, body: JSON.stringify(payment) }, 100);
    });
    expect(await peek(store, "a", (records) => records.find("event", "evt_1"))).toEqual(event);
    const known = await peek(store, "a", (records) => records.findResponse(request, 0));
    expect(known?.response.body).toBe(JSON.stringify(payment));
  });

  it("has no object with an id that no store takes", async () => {
    const store = await open();
    await fill(store);
    await store.transact("a", async (records) => {
      expect(await records.find("payment", "pay_1\u0000")).toBe(undefined);
      expect(await records.list("payment", { limit: 9, starting_after: "\u0000" })).toBe(undefined);
      expect(await ids(records, { limit: 9 })).toHaveLength(3);
    });
  });

  it("removes an object, once or twice, and takes it again as a new one", async () => {
    const store = await open();
    await fill(store);
    await store.transact("a", async (records) => {
      for (let i = 0; i < 2; i++) await records.remove("payment", "pay_1");
      expect(await records.find("payment", "pay_1")).toBe(undefined);
      await records.put("payment", paymentOf("pay_1"));
      expect(await ids(records, { limit: 9 })).toEqual(["pay_1", "pay_3", "pay_2"]);
    });
  });

  it("has the ledger's entries of a period, in the order in which they were made", async () => {
    const store = await open();
    const entry = (source: string) => captureEntry(source, "EUR", 1000, 34);
    await store.transact("a", async (records) => {
      for (const [source, at] of [
        ["p1", 9],
        ["p2", 10],
        ["p3", 10],
        ["p4", 19],
        ["p5", 20],
      ] as const) {
        await records.appendEntry({ entry: entry(source), at });
      }
    });
    const found = await peek(store, "a", (records) => records.entriesBetween(10, 20));
    expect(found.map(({ entry: { source }, at }) => [source, at])).toEqual([
      ["p2", 10],
      ["p3", 10],
      ["p4", 19],
    ]);
    const recent = await peek(store, "a", (records) => records.recentEntries(3));
    expect(recent.map(({ entry: { source } }) => source)).toEqual(["p5", "p4", "p3"]);
  });

  it("has due work in the order of its moments, and of one moment in the order in which it was added", async () => {
    const store = await open();
    await store.transact("a", async (records) => {
      for (const [subject, at] of [
        ["c", 20],
        ["b", 10],
        ["a", 20],
        ["d", 5],
      ] as const) {
        await records.addDue(work(subject, at));
      }
      await records.addDue(work("late", 1_000));
      // Replaces, and comes after what was added before.
      await records.addDue(work("c", 20));
      await records.addDue(work("c", 20, "payout"));
      await records.addDue(work("sent", 1, "delivery"));
    });
    const due = await peek(store, "a", async (records) => {
      const found: DueWork[] = [];
      for (let next = await records.nextDue(20, "decision"); next; next = await records.nextDue(20, "decision")) {
        found.push(next);
        await records.removeDue(next);
      }
      return [found, await records.nextDue(4, "decision"), await records.nextDue(20, "delivery")];
    });
    const inOrder = [work("d", 5), work("b", 10), work("a", 20), work("c", 20), work("c", 20, "payout")];
    expect(due).toEqual([inOrder, undefined, work("sent", 1, "delivery")]);
  });

  it("finds the accounts in which something has fallen due by the wall's clock, the longest due first", async () => {
    const store = await open();
    await store.transact("a", (records) => records.addDue(work("x", 30, "delivery")));
    await store.transact("b", (records) => records.addDue(work("x", 20)));
    await store.transact("c", async (records) => {
      await records.addDue(work("x", 1010));
      await records.writeAccount({ ...newAccountState, clockOffset: 1000 });
    });
    await store.transact("d", (records) => records.writeAccount({ ...newAccountState, forgetsAt: 40 }));
    await store.transact("e", (records) => records.addDue(work("x", 50)));
    await peek(store, "f", (records) => records.addDue(work("x", 1)));
    expect(await store.accountsWithDueWork(9, 9)).toEqual([]);
    expect(await store.accountsWithDueWork(40, 9)).toEqual(["c", "b", "a", "d"]);
    expect(await store.accountsWithDueWork(40, 2)).toEqual(["c", "b"]);
    const replace = (account: string, moment?: number) =>
      store.transact(account, async (records) => {
        await records.removeDue(work("x", 0));
        if (moment !== undefined) await records.addDue(work("y", moment));
        return records.nextMoment();
      });
    expect([await replace("b", 60), await replace("c"), await replace("e")]).toEqual([60, undefined, undefined]);
    expect(await store.accountsWithDueWork(60, 9)).toEqual(["a", "d", "b"]);
  });

  it("deletes responses that have expired, a part of them at a time", async () => {
    const store = await open();
    await store.transact("a", async (records) => {
      for (let n = 0; n < 250; n++) {
        await records.saveResponse({ ...request, key: `k${n}` }, { status: 201, body: "{}" }, 100 + n);
      }
    });
    const forget = (now: number) => store.transact("a", (records) => records.forgetResponses(now));
    const countLeft = async () => (await peek(store, "a", (records) => records.readContents())).responses.length;
    await peek(store, "a", (records) => records.forgetResponses(299));
    expect([await forget(99), await countLeft()]).toEqual([100, 250]);
    expect([await forget(299), await countLeft()]).toEqual([200, 150]);
    expect([await forget(299), await forget(299), await countLeft()]).toEqual([300, 300, 50]);
    expect([await forget(1000), await countLeft()]).toEqual([undefined, 0]);
  });

  it("finds an account by its public id, once that is written", async () => {
    const store = await open();
    const name = (publicId: string) => (records: Records) => records.writeAccount({ ...newAccountState, publicId });
    await store.transact("a", name("acct_1"));
    await store.transact("b", name("acct_2"));
    await store.transact("c", (records) => records.writeAccount(newAccountState));
    const thrown = store.transact("d", async (records) => {
      await name("acct_4")(records);
      throw new Undo();
    });
    await expect(thrown).rejects.toThrow(Undo);
    const found = ["acct_1", "acct_2", "acct_3", "acct_4"].map((publicId) => store.findAccount(publicId));
    expect(await Promise.all(found)).toEqual(["a", "b", undefined, undefined]);
    expect((await peek(store, "a", (records) => records.readAccount())).publicId).toBe("acct_1");
  });

  it("forgets a response when it expires, and remembers the next one for its key", async () => {
    const store = await open();
    await store.transact("a", async (records) => {
      await records.saveResponse(request, { status: 201, body: "first" }, 100);
      expect(await records.findResponse(request, 99)).toMatchObject({ response: { status: 201, body: "first" } });
      expect(await records.findResponse(request, 100)).toBe(undefined);
      expect(await records.findResponse({ ...request, operationId: "createRefund" }, 0)).toBe(undefined);
      await records.saveResponse({ ...request, fingerprint: "g" }, { status: 402, body: "second" }, 200);
      expect(await records.findResponse(request, 100)).toEqual({
        fingerprint: "g",
        response: { status: 402, body: "second" },
      });
    });
  });

  it("ends what has begun when it is closed, and begins nothing more", async () => {
    const place = await createPlace(name);
    const store = await place.open();
    const begun = store.transact("a", async (records) => {
      await new Promise((resolve) => setImmediate(resolve));
      await records.put("payment", paymentOf("pay_1"));
    });
    await store.close();
    await store.close();
    await begun;
    await expect(store.transact("a", async () => undefined)).rejects.toThrow("The store is closed");
    if (name === "memory") return;
    expect(await peek(await place.open(), "a", (records) => ids(records, { limit: 9 }))).toEqual(["pay_1"]);
  });
});
