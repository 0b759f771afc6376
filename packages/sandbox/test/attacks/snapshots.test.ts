/** Snapshots that somebody made by hand: what is taken breaks nothing, and takes no longer than its size explains. */
import { once } from "node:events";
import { Vinr } from "@vinr/client";
import { describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../../src/index.js";
import type { Snapshot } from "../../src/snapshot/snapshot.js";
import { clientOf, control, listenOn, longKey, newPayment, serveHosted } from "../testing/hosted.js";
import { day, find, type Made, type Part, restore, start, takeSnapshot } from "../testing/made-snapshots.js";

describe("a snapshot is rejected, and its account works on, whose", () => {
  it.each<[about: string, change: (snapshot: Made) => void, message: string]>([
    [
      "period is settled again and again",
      ({ due }) => {
        for (let count = 0; count < 1000; count++) due.push({ kind: "settlement", subject: `${count}`, at: start });
      },
      "must be the midnight at which a period ends",
    ],
    [
      "next ids are those of its payments",
      ({ ids }) => {
        ids.count = 0;
      },
      "would be made a second time",
    ],
    [
      "endpoint has a URL with a password",
      ({ objects }) => {
        find(objects, "webhook_endpoint").url = "https://user:hunter2@shop.example/webhooks";
      },
      "object.url must be a URL that events can be posted to",
    ],
    ["work is due twice", ({ due }) => void due.push(due[0]), "a second time"],
    [
      "payment expires although it has ended",
      ({ due, objects }) => void due.push({ kind: "checkout_expiry", subject: find(objects, "payment").id, at: start }),
      "is impossible",
    ],
    [
      "payout was paid already",
      ({ due, objects, time }) => {
        const settlement = find(objects, "settlement");
        settlement.status = "paid";
        if (!due.some(({ kind }) => kind === "payout")) due.push({ kind: "payout", subject: settlement.id, at: time });
      },
      "is impossible",
    ],
    [
      "refund is more than was refunded",
      ({ objects }) => {
        find(objects, "payment").amountRefunded = 0;
      },
      "must have at least the refunds of pay_",
    ],
    [
      "refund is of a payment that nobody has paid",
      ({ objects }) => {
        const waiting = objects.find(({ object }) => object.status === "authorized").object;
        const refund = objects.find(({ kind }) => kind === "refund");
        waiting.amountRefunded = refund.object.amount;
        refund.parent = refund.object.payment = waiting.id;
      },
      "object.payment must have been captured",
    ],
    [
      "refund has another currency than its payment",
      ({ objects }) => {
        find(objects, "refund").currency = "JPY";
      },
      "object.currency must be EUR",
    ],
    [
      "customer got back more than was paid",
      ({ objects }) => {
        find(objects, "payment").amountRefunded += 1;
      },
      "must have no more refunded and disputed of pay_",
    ],
    [
      "payment has more captured than it was made for",
      ({ objects }) => {
        find(objects, "payment").amount -= 1;
      },
      "must have no more captured of pay_",
    ],
    [
      "payment has something captured before it is, which could be disputed",
      ({ objects }) => {
        const waiting = objects.find(({ object }) => object.status === "authorized").object;
        Object.assign(waiting, { amountCaptured: waiting.amount, amountCapturable: 1 });
      },
      "must have nothing captured of pay_",
    ],
    [
      "ledger is not in the order of time",
      ({ entries }) => {
        entries[0].at = entries[1].at + 1;
      },
      "must be in the order of time",
    ],
    [
      "ledger is ahead of its clock",
      ({ entries, time }) => {
        entries[entries.length - 1].at = time + 1;
      },
      "not after the snapshot",
    ],
    [
      "attempt ended in nothing",
      ({ objects }) => {
        find(objects, "delivery").attempts = [{ at: 1 }];
      },
      "attempts[0] must have a status or an error",
    ],
    [
      "attempt has a status that no response has",
      ({ objects }) => {
        find(objects, "delivery").attempts = [{ at: 1, status: 99 }];
      },
      "status must be an HTTP status from 100 to 999",
    ],
    [
      "endpoint has no secret",
      ({ objects }) => {
        delete find(objects, "webhook_endpoint").secret;
      },
      "object.secret must be a string",
    ],
    [
      "time is a leap second",
      ({ objects }) => {
        find(objects, "payment").created_at = "2016-12-31T23:59:60Z";
      },
      "must be a moment that a clock shows",
    ],
    [
      "restricted key was made at a time that the API does not show",
      ({ objects }) => {
        find(objects, "restricted_key").created_at = "2026";
      },
      "must be a moment that a clock shows",
    ],
    [
      "ledger has a currency that does not exist",
      ({ entries }) => {
        entries[0].entry.currency = "euro";
      },
      "must be three upper-case letters",
    ],
    [
      "ledger has more than a settlement can say",
      ({ entries }) => {
        entries[0].entry.postings = [
          { account: "merchant", amount: 2 ** 50 },
          { account: "bank", amount: -(2 ** 50) },
        ];
      },
      "must have amounts up to 999999999999",
    ],
    [
      "ledger has a fee that is given",
      ({ entries }) => {
        entries[0].entry.postings = [
          { account: "merchant", amount: 2 },
          { account: "fees", amount: -2 },
        ];
      },
      "must have fees that VINR gets",
    ],
    [
      "ledger has a line of nothing",
      ({ entries }) => {
        entries[0].entry.source = "nobody";
      },
      "is not a line of a settlement",
    ],
    [
      "ledger has an entry of very many postings, each of which a page would name",
      ({ entries }) => void entries[0].entry.postings.push(...Array(11).fill({ account: "fees", amount: 0 })),
      "entry.postings must be at most 10",
    ],
    [
      "ledger has an entry whose source is a whole page",
      ({ entries }) => void Object.assign(entries[0].entry, { type: "payout", source: "s".repeat(256) }),
      "entry.source must have at most 255 characters",
    ],
    [
      "response is longer than any, and would be sent as often as somebody repeats the request",
      ({ responses }) => void Object.assign(responses[0], { body: "b".repeat(1024 * 1024 + 1) }),
      "body must have at most 1048576 characters",
    ],
    [
      "response is remembered for longer than any",
      ({ responses, time }) => void Object.assign(responses[0], { expiresAt: time + day + 1 }),
      "expiresAt",
    ],
    [
      "delivery has very many attempts, all of which are read wherever it is listed",
      ({ objects }) =>
        void Object.assign(find(objects, "delivery"), { attempts: Array(30_000).fill({ at: 1, status: 500 }) }),
      "object.attempts must have at most 524288 characters as JSON",
    ],
    ...(["delivery.claim", "restricted_key.secret"] as const).map(
      (place): [string, (snapshot: Made) => void, string] => {
        const [kind = "", member = ""] = place.split(".");
        return [
          `${place} is a whole page, and read with each request`,
          ({ objects }) => void Object.assign(find(objects, kind), { [member]: "s".repeat(256) }),
          `object.${member} must have at most 255 characters`,
        ];
      },
    ),
    [
      "secret has a character that PostgreSQL does not take",
      ({ objects }) => {
        find(objects, "restricted_key").secret += "\0";
      },
      "must have neither U+0000",
    ],
    [
      "list belongs to half of a character",
      ({ objects }) => {
        objects[0].parent = "\ud800";
      },
      "half of a surrogate pair",
    ],
    [
      "list belongs to a text that no index takes",
      ({ objects }) => {
        objects[0].parent = "p".repeat(256);
      },
      "parent must have at most 255 characters",
    ],
    [
      "response has a key that no index takes",
      ({ responses }) => {
        responses[0].key = "k".repeat(256);
      },
      "key must have at most 255 characters",
    ],
    [
      "response is of an operation that no index takes",
      ({ responses }) => {
        responses[0].operationId = "o".repeat(256);
      },
      "operationId must have at most 255 characters",
    ],
    [
      "ids are used up",
      (snapshot) => {
        snapshot.ids = { seed: 1, count: 2 ** 32 - 1 };
      },
      "ids.count must be an integer from 0 to 2147483648",
    ],
    [
      "attempts are something else",
      ({ objects }) => {
        find(objects, "delivery").attempts = [{ at: 1, error: { toString: 1 } }];
      },
      "error must be a string",
    ],
    [
      "texts are objects that cannot be texts",
      ({ objects }) => {
        find(objects, "delivery").event = { toString: 1 };
      },
      "object must be a string",
    ],
    [
      "claim is something else",
      ({ objects }) => {
        find(objects, "delivery").claim = { toString: 1 };
      },
      "object.claim must be a string",
    ],
    [
      "permissions are something else",
      ({ objects }) => {
        find(objects, "restricted_key").permissions = [{}];
      },
      "object.permissions must be payments:write",
    ],
    [
      "refund is listed below another payment",
      ({ objects }) => {
        objects.find(({ kind }) => kind === "refund").parent = "pay_another";
      },
      "parent must be pay_",
    ],
    [
      "dispute is listed below no payment",
      ({ objects }) => {
        delete objects.find(({ kind }) => kind === "dispute").parent;
      },
      "parent must be pay_",
    ],
    [
      "payment is disputed again and again",
      ({ objects }) => {
        const dispute = objects.find(({ kind }) => kind === "dispute");
        for (let count = 0; count < 1000; count++) {
          objects.push({ ...dispute, object: { ...dispute.object, id: `dp_more${count}` } });
        }
      },
      "must have at most 1000 disputes of pay_",
    ],
  ])("%s", async (_, change, message) => {
    const sandbox = await serveHosted();
    const snapshot = await takeSnapshot();
    change(snapshot);
    const rejected = await restore(sandbox, snapshot);
    expect(rejected).toEqual({ status: 400, message: expect.stringContaining(message) });
    expect((await clientOf(sandbox).payments.create(newPayment)).status).toBe("pending");
  });
});

it.each<[what: string, find: (snapshot: Made) => Part]>([
  ["checkout", ({ objects }) => find(objects, "checkout")],
  ["delivery", ({ objects }) => find(objects, "delivery")],
  [
    "attempt",
    ({ objects }) => Object.assign(find(objects, "delivery"), { attempts: [{ at: 1, status: 204 }] }).attempts[0],
  ],
  ["restricted key", ({ objects }) => find(objects, "restricted_key")],
  ["payment", ({ objects }) => find(objects, "payment")],
  ["movement", ({ entries }) => entries[0]],
  ["entry", ({ entries }) => entries[0].entry],
  ["posting", ({ entries }) => entries[0].entry.postings[0]],
  ["work", ({ due }) => due[0]],
  ["response", ({ responses }) => responses[0]],
])("a snapshot whose %s has what nobody counts is rejected: it takes far more memory than bytes", async (_, choose) => {
  const sandbox = await serveHosted();
  const snapshot = await takeSnapshot();
  choose(snapshot).more = [{}, {}];
  expect((await restore(sandbox, snapshot)).status).toBe(400);
});

it("a snapshot may have as many failing refunds as can be told, and one more is not counted", async () => {
  const sandbox = await serveHosted();
  const full = { ...(await takeSnapshot()), failingRefunds: 1_000_000 };
  expect((await restore(sandbox, full)).status).toBe(201);
  const told = await control(sandbox, "POST", "/refund-failures");
  expect([told.status, told.body.count]).toEqual([201, 1_000_000]);
});

it("an account that was restored with a long id of an endpoint has snapshots that are restored too", async () => {
  const sandbox = await serveHosted();
  const snapshot = await takeSnapshot();
  find(snapshot.objects, "webhook_endpoint").id = `we_${"e".repeat(50)}`;
  expect((await restore(sandbox, snapshot)).status).toBe(201);
  await clientOf(sandbox).payments.create(newPayment);
  const { body } = await control(sandbox, "GET", "/snapshot");
  expect(await restore(sandbox, body)).toEqual({ status: 201, message: undefined });
});

it("an account whose clock is at its end has its deliveries, and fills no log", async () => {
  const arrived = new EventTarget();
  const forwardTo = await listenOn((_, response) => {
    response.end();
    arrived.dispatchEvent(new Event("delivery"));
  });
  const sandbox = await serveHosted({ forwardTo });
  const { time: _, ...rest } = await takeSnapshot();
  const contents = { objects: [], entries: [], due: [], responses: [] };
  expect((await restore(sandbox, { ...rest, ...contents, time: Date.UTC(9999, 0) })).status).toBe(201);
  const delivery = once(arrived, "delivery");
  await clientOf(sandbox).payments.create(newPayment);
  await delivery;
});

describe("a snapshot of an account at the end of time", () => {
  const lastClockTime = Date.UTC(9999, 0);
  const empty = { objects: [], entries: [], due: [], responses: [] };
  const read = async (sandbox: Sandbox): Promise<Snapshot> => JSON.parse(JSON.stringify(await sandbox.snapshot()));

  it("is restored, although its clock has gone on with the wall's", async () => {
    let now = start;
    const sandbox = createSandbox({ now: () => now });
    const { format, version, ids, failingRefunds } = await sandbox.snapshot();
    await sandbox.restore({ format, version, ids, failingRefunds, ...empty, time: lastClockTime });
    now += 90 * day;
    const snapshot = await read(sandbox);
    expect(snapshot.time).toBe(lastClockTime + 90 * day);
    await sandbox.restore(snapshot);
    expect(await sandbox.clock.now()).toBe(lastClockTime + 90 * day);
  });

  it("is restored with a delivery that a fault has put off by a hundred years", async () => {
    const sandbox = createSandbox({ now: () => start, send: async () => new Response() });
    const { format, version, ids, failingRefunds } = await sandbox.snapshot();
    await sandbox.restore({ format, version, ids, failingRefunds, ...empty, time: lastClockTime });
    const vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch });
    await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    sandbox.faults.onDelivery("*", { kind: "delay", delay: { days: 36_500 } });
    await vinr.payments.create(newPayment);
    await sandbox.deliver();
    const snapshot = await read(sandbox);
    expect(snapshot.due.filter(({ kind }) => kind === "delivery")).toMatchObject([{ at: Date.UTC(10_000, 0) - 1 }]);
    await sandbox.restore(snapshot);
  });
});

describe("a snapshot of values that nobody has", () => {
  const post = async (origin: string, values: string) => {
    const account = `"time":${start},"ids":{"seed":1,"count":0},"failingRefunds":0`;
    const contents = `"objects":[],"entries":[],"due":[],"responses":[],"more":[${values}]`;
    const response = await fetch(`${origin}/sandbox/restorations`, {
      method: "POST",
      headers: { "x-api-key": longKey, "content-type": "application/json" },
      body: `{"format":"vinr-sandbox-snapshot","version":1,${account},${contents}}`,
    });
    return { status: response.status, code: (await response.json()).error?.code };
  };

  it("is rejected before they are read, where they are too many", async () => {
    const { origin } = await serveHosted();
    for (const value of ["0", "{}", '""', "[[]]", '"\\\\"']) {
      const values = Array(3_000_001).fill(value).join();
      expect(await post(origin, values)).toEqual({ status: 413, code: "body_too_large" });
    }
  });

  it("is taken, where they are separated in a text alone", async () => {
    const { origin } = await serveHosted();
    const text = JSON.stringify('[{,"\\'.repeat(1_000_000));
    expect(await post(origin, text)).toEqual({ status: 201, code: undefined });
  });
});
