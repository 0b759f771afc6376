/** The limits of an account, and of all of them together, where others can reach the sandbox. */
import { randomUUID } from "node:crypto";
import { Vinr } from "@vinr/client";
import { describe, expect, it, onTestFinished } from "vitest";
import { hostedLarge, isLarge, WorkInFlight } from "../../src/cli/hosting/work-in-flight.js";
import { readOptions } from "../../src/cli/options.js";
import { idOf } from "../../src/domain/ids.js";
import { createSandbox } from "../../src/index.js";
import { findKeyAccount } from "../../src/pages/window/recording/request-log.js";
import { createMemoryStore } from "../../src/store/memory-store.js";
import { StoreUnavailableError } from "../../src/store/store.js";
import { Apis } from "../testing/control.js";
import { clientOf, control, longKey, newPayment, otherKey, serveHosted } from "../testing/hosted.js";
import { open } from "../testing/raw.js";
import { serveForTest, storageAt } from "../testing/serve.js";
import { createPlace, storeNames, usePostgres } from "../testing/stores.js";

const messageOf = (held: string) =>
  `This account is full: it has ${held}, the maximum for an account in this sandbox. Remove everything in it with POST /sandbox/resets, or continue with another key.`;
const full = (held: string) => ({
  status: 403,
  code: "permission_denied",
  message: expect.stringContaining(messageOf(held)),
});

describe("a key that others could guess", () => {
  it("opens nothing, in no API and not in the window, and the message says how to make one", async () => {
    const sandbox = await serveHosted();
    const headers = { authorization: "Bearer sk_test_sandbox" };
    for (const path of ["/v1/payments", "/sandbox/clock"]) {
      const response = await fetch(`${sandbox.origin}${path}`, { headers });
      const { error } = await response.json();
      expect([response.status, error.code]).toEqual([401, "invalid_api_key"]);
      expect(error.message).toContain("sk_test_ followed by at least 20 random letters and digits");
      expect(error.message).not.toContain("sk_test_sandbox");
    }
    const page = await fetch(`${sandbox.origin}/`, { headers: { cookie: "vinr_sandbox_key=sk_test_sandbox" } });
    expect([page.status, (await page.text()).includes("Choose an account")]).toEqual([401, true]);
  });

  it("is told nothing of an account by a restricted key of it, wherever that was made", async () => {
    const sandbox = await serveHosted();
    const response = await fetch(`${sandbox.origin}/sandbox/restricted-keys`, {
      method: "POST",
      headers: { "x-api-key": longKey, "content-type": "application/json" },
      body: JSON.stringify({ permissions: ["payments:read"] }),
    });
    const { key } = await response.json();
    expect((await clientOf(sandbox, key).payments.list()).data).toEqual([]);
    await expect(clientOf(sandbox, `${key.slice(0, -1)}_`).payments.list()).rejects.toMatchObject({ status: 401 });
    await expect(clientOf(sandbox, key).refunds.list()).rejects.toMatchObject({ code: "permission_denied" });
  });
});

describe("secrets", () => {
  it("are not decided by the seed, as ids are", async () => {
    const made = async () => {
      const sandbox = await serveHosted({ seed: "known" });
      const { id, secret } = await clientOf(sandbox).webhooks.create({
        url: "https://shop.example/hooks",
        enabled_events: ["*"],
      });
      return { id, secret };
    };
    const [one, other] = [await made(), await made()];
    expect(one.id).toBe(other.id);
    expect(one.secret).toMatch(/^whsec_[a-z]{48}$/);
    expect(one.secret).not.toBe(other.secret);
  });

  it("are in the ids of payments: whoever has the link to a checkout finds no other one by it", async () => {
    const made = async () => (await clientOf(await serveHosted({ seed: "known" })).payments.create(newPayment)).id;
    const [one, other] = [await made(), await made()];
    expect(one).toMatch(/^pay_[0-9a-z]{7}[a-z]{16}$/);
    expect(one.slice(0, 11)).toBe(other.slice(0, 11));
    expect(one).not.toBe(other);
  });

  it("of events that are forwarded cannot be computed from the ids of an account", async () => {
    const sandbox = await serveHosted({ forwardTo: "http://127.0.0.1:1/" });
    const { seed } = (await control(sandbox, "GET", "/snapshot")).body.ids;
    const guess = idOf("whsec", siblingOf(seed, longKey.slice("sk_test_".length), "forward"), 0);
    // The guess is a right one for another account.
    const other = (await control(sandbox, "GET", "/snapshot", otherKey)).body.ids;
    expect(siblingOf(seed, longKey.slice("sk_test_".length), otherKey.slice("sk_test_".length))).toBe(other.seed);
    expect(sandbox.forwardSecret).toMatch(/^whsec_\w{7,}$/);
    expect(sandbox.forwardSecret).not.toBe(guess);
  });
});

/** The seed of another account's ids, from that of one: each step of the hash (FNV-1a) can be undone. */
function siblingOf(seed: number, account: string, other: string): number {
  const inverse = 0x359c449b;
  let hash = seed;
  for (const character of [...account].reverse()) hash = Math.imul(hash, inverse) ^ character.charCodeAt(0);
  for (const character of other) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}

usePostgres();

describe.each(storeNames)("an account in %s", (name) => {
  const serve = async (limits: Parameters<typeof serveHosted>[0]) => {
    const { address } = await createPlace(name);
    return serveHosted({ ...limits, ...(name === "memory" ? {} : { storage: storageAt(address) }) });
  };

  it("has so many payments, until it is reset", async () => {
    const vinr = clientOf(await serve({ limits: { payments: 2 } }));
    const first = await vinr.payments.create(newPayment, { idempotencyKey: "first" });
    await vinr.payments.create(newPayment);
    await expect(vinr.payments.create(newPayment)).rejects.toMatchObject(full("2 payments"));
    // What is there can be used, and what was done can be asked for again.
    expect(await vinr.payments.create(newPayment, { idempotencyKey: "first" })).toEqual(first);
    expect((await vinr.payments.cancel(first.id)).status).toBe("cancelled");
    expect((await vinr.payments.list()).data).toHaveLength(2);
  });

  it("has so many webhook endpoints, until one is deleted", async () => {
    const sandbox = await serve({ limits: { webhookEndpoints: 1 } });
    const vinr = clientOf(sandbox);
    const create = () => vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    const { id } = await create();
    await expect(create()).rejects.toMatchObject(full("1 webhook endpoints"));
    await vinr.webhooks.delete(id);
    expect((await create()).status).toBe("enabled");
  });

  it("has so many bytes, with its events and the responses that are remembered", async () => {
    const sandbox = await serve({ limits: { bytes: 20_000 } });
    const vinr = clientOf(sandbox);
    const create = async () => vinr.payments.create({ ...newPayment, description: "x".repeat(400) });
    let count = 0;
    const fill = async (): Promise<unknown> => {
      for (; count < 100; count++) await create();
      return undefined;
    };
    await expect(fill()).rejects.toMatchObject(full("20,000 bytes"));
    expect(count).toBeGreaterThan(3);
    expect(await control(sandbox, "POST", "/delivery-runs")).toMatchObject({ status: 403 });
    expect((await control(sandbox, "GET", "/clock")).status).toBe(200);
    expect((await control(sandbox, "POST", "/resets")).status).toBe(201);
    await create();
  });

  it("is not paid at the checkout when it is full, since no event would tell of it", async () => {
    const sandbox = await serve({ limits: { bytes: 20_000 } });
    const vinr = clientOf(sandbox);
    const { id, checkoutUrl = "" } = await vinr.payments.create(newPayment);
    const fill = async (): Promise<never> => {
      for (;;) await vinr.payments.create({ ...newPayment, description: "x".repeat(400) });
    };
    await expect(fill()).rejects.toMatchObject(full("20,000 bytes"));
    const pay = () =>
      fetch(checkoutUrl, {
        method: "POST",
        body: new URLSearchParams({ card: "4242424242424242" }),
        headers: { origin: sandbox.origin },
      });
    const response = await pay();
    expect([response.status, await response.text()]).toEqual([
      403,
      expect.stringContaining("The shop’s test account is full"),
    ]);
    expect((await vinr.payments.retrieve(id)).status).toBe("pending");
  });

  it("remembers nothing more when it is full, though what makes room is still done", async () => {
    const sandbox = await serve({ limits: { bytes: 20_000 } });
    const ask = async (path: string, body?: object, key = "") => {
      const response = await fetch(`${sandbox.origin}${path}`, {
        method: "POST",
        headers: {
          "x-api-key": longKey,
          ...(body && { "content-type": "application/json" }),
          ...(key && { "idempotency-key": key }),
        },
        body: body === undefined ? null : JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    };
    const { id } = (await ask("/sandbox/restricted-keys", { permissions: ["payments:read"] })).body;
    while ((await ask("/v1/payments", { ...newPayment, description: "x".repeat(400) }, randomUUID())).status === 201);
    const before = (await control(sandbox, "GET", "/snapshot")).body.responses.length;
    for (let count = 0; count < 5; count++) {
      const { status } = await ask(`/sandbox/restricted-keys/${id}/expirations`, undefined, `expire-${count}`);
      expect(status).toBe(201);
    }
    expect((await control(sandbox, "GET", "/snapshot")).body.responses).toHaveLength(before);
    expect((await ask("/sandbox/resets", undefined, "reset")).status).toBe(201);
    expect((await control(sandbox, "GET", "/snapshot")).body.responses).toHaveLength(1);
  });

  it("is not restored from a snapshot that holds more", async () => {
    const wide = await serve({});
    for (let count = 0; count < 3; count++) await clientOf(wide).payments.create(newPayment);
    const { body: snapshot } = await control(wide, "GET", "/snapshot");
    const narrow = await serve({ limits: { payments: 2 } });
    await clientOf(narrow).payments.create(newPayment);
    const response = await fetch(`${narrow.origin}/sandbox/restorations`, {
      method: "POST",
      headers: { "x-api-key": longKey, "content-type": "application/json" },
      body: JSON.stringify(snapshot),
    });
    expect([response.status, (await response.json()).error.message]).toEqual([403, messageOf("2 payments")]);
    expect((await clientOf(narrow).payments.list()).data).toHaveLength(1);
  });
});

describe("all accounts in memory", () => {
  const serve = async (limits: { accounts?: number; memory?: number }) => {
    const errors: unknown[] = [];
    const sandbox = await serveForTest((error) => errors.push(error), { limits });
    return { sandbox, errors, client: (name: string) => clientOf(sandbox, `sk_test_${name}`) };
  };

  it("are so many at most; those that were only looked at do not count", async () => {
    const { sandbox, errors, client } = await serve({ accounts: 2 });
    for (let count = 0; count < 20; count++) {
      expect((await client(`looker${count}`).payments.list()).data).toEqual([]);
      for (const path of ["/clock", "/snapshot", "/events"]) {
        expect((await control(sandbox, "GET", path, `sk_test_looker${count}`)).status).toBe(200);
      }
    }
    await client("one").payments.create(newPayment);
    await client("two").payments.create(newPayment);
    await expect(client("three").payments.create(newPayment)).rejects.toMatchObject({
      status: 503,
      message: expect.stringContaining("This sandbox is full: it keeps at most 2 accounts in memory."),
    });
    await client("one").payments.create(newPayment);
    await sandbox.close();
    expect(errors).toEqual([expect.any(StoreUnavailableError)]);
  });

  it("have so many bytes together, and a reset gives them back", async () => {
    const { sandbox, client } = await serve({ memory: 20_000 });
    const fill = async (): Promise<unknown> => {
      for (let count = 0; count < 100; count++) await client(`n${count}`).payments.create(newPayment);
      return undefined;
    };
    await expect(fill()).rejects.toMatchObject({ status: 503, message: expect.stringContaining("20000 bytes") });
    await control(sandbox, "POST", "/resets", "sk_test_n0");
    await client("n1").payments.create(newPayment);
    await sandbox.close();
  });

  it.each(["/resets", "/restorations"])(
    "are full, and %s replaces an account in which very much is due",
    async (path) => {
      const { snapshot, empty } = await makeDueSnapshot(1_100);
      const text = JSON.stringify(snapshot);
      const { sandbox } = await serve({ memory: text.length + 1_000 });
      const post = async (to: string, body: string) => {
        const headers = {
          "x-api-key": longKey,
          "content-type": "application/json",
          "idempotency-key": `key${body.length}`,
        };
        const response = await fetch(`${sandbox.origin}/sandbox${to}`, { method: "POST", headers, body });
        await response.text();
        return response.status;
      };
      expect(await post("/restorations", text)).toBe(201);
      expect((await control(sandbox, "GET", "/clock")).status).toBe(503);
      expect(await post(path, path === "/resets" ? "" : JSON.stringify(empty))).toBe(201);
      expect((await clientOf(sandbox).payments.list()).data).toEqual([]);
      await sandbox.close();
    },
  );
});

/** A snapshot with so many payments that expire at once, and one of nothing. */
async function makeDueSnapshot(count: number) {
  const inside = createSandbox();
  const empty = await inside.snapshot();
  await new Vinr({ secretKey: inside.key(), fetch: inside.fetch }).payments.create(newPayment);
  const { objects, due, time, ...rest } = await inside.snapshot();
  const [{ object: payment } = {}] = objects.filter(({ kind }) => kind === "payment");
  const ofPayments = (part: unknown) =>
    Array.from({ length: count }, (_, index) =>
      JSON.parse(JSON.stringify(part).replaceAll(String(payment?.id), `pay_due${index}`)),
    ).flat();
  const paid = objects.filter(({ kind }) => kind === "payment" || kind === "checkout");
  const expiring = due.filter(({ kind }) => kind === "checkout_expiry").map((work) => ({ ...work, at: time }));
  return { snapshot: { ...rest, time, objects: ofPayments(paid), due: ofPayments(expiring) }, empty };
}

describe("--limit and its kind", () => {
  it("are off on this machine for snapshots too: tests restore theirs at once", async () => {
    const sandbox = await serveForTest(() => undefined);
    onTestFinished(() => sandbox.close());
    for (let count = 0; count < 5; count++) {
      const head = [
        "POST /sandbox/restorations HTTP/1.1",
        `Host: ${new URL(sandbox.origin).host}`,
        "X-Api-Key: sk_test_1",
      ];
      (await open(sandbox.origin)).write(
        [...head, "Content-Type: application/json", "Content-Length: 9", "\r\n"].join("\r\n"),
      );
    }
    for (const key of ["sk_test_1", "sk_test_2"]) {
      expect((await control(sandbox, "GET", "/snapshot", key)).status).toBe(200);
    }
  });

  it("are off on this machine, on elsewhere, and as they were given", async () => {
    const limitsOf = async (...args: string[]) => {
      const sandbox = await serveForTest(() => undefined, { ...readOptions([...args, "--port", "0"]) });
      await sandbox.close();
      return sandbox.hosting;
    };
    expect(await limitsOf()).toMatchObject({ isHosted: false, limits: {} });
    expect(await limitsOf("--host", "0.0.0.0", "--trusted")).toMatchObject({ isHosted: false, hasOpenAccount: false });
    expect(await limitsOf("--limit", "payments=7")).toMatchObject({ isHosted: false, limits: { payments: 7 } });
    expect(await limitsOf("--hosted", "--limit", "requests-per-account=3")).toMatchObject({
      isHosted: true,
      hasOpenAccount: false,
      limits: { payments: 10_000, requestsPerAccount: 3 },
    });
  });

  it.each([
    [["--limit", "payment=3"], 'got "payment=3". Did you mean payments?'],
    [["--limit", "7"], "The names are accounts, memory, payments"],
    [["--limit", "payments=0"], "--limit payments takes a positive integer, such as payments=10000."],
    [["--limit", "bytes=1e9"], "--limit bytes takes a positive integer"],
    [["--allow-network", "10.0.0.0/33"], 'takes a network, such as 10.20.0.0/16, got "10.0.0.0/33".'],
    [["--allow-network", "intranet"], "takes a network"],
    [["--hosted", "--trusted"], "exclude each other"],
    [["--log", "xml"], '--log takes json or text, got "xml".'],
  ])("reject %j", (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});

it("accounts of one sandbox see nothing of each other", async () => {
  const sandbox = await serveHosted();
  const { id } = await clientOf(sandbox).payments.create(newPayment);
  await expect(clientOf(sandbox, otherKey).payments.retrieve(id)).rejects.toMatchObject({ status: 404 });
});

describe("requests that are large", () => {
  it.each(["/sandbox/snapshot", "/sandbox/%73napshot", "/%73andbox/snapshot", "/sandbox/%72estorations"])(
    "are few at once, however their path is written: %s",
    async (path) => {
      expect([isLarge(path, new Headers()), isLarge("/v1/payments", new Headers())]).toEqual([true, false]);
      const work = new WorkInFlight({ requests: 200, requestsPerAccount: 25, ...hostedLarge });
      const ends: (() => void)[] = [];
      const running = Array.from({ length: 4 }, () => {
        return work.run(undefined, true, () => new Promise<void>((resolve) => ends.push(resolve)));
      });
      expect([work.findOverload(undefined, true), work.findOverload(undefined, false)]).toEqual(["server", undefined]);
      for (const end of ends) end();
      await Promise.all(running);
      expect(work.findOverload(undefined, true)).toBe(undefined);
    },
  );

  it("are fewer still of one account, so that others have theirs", async () => {
    const work = new WorkInFlight({ requests: 200, requestsPerAccount: 25, ...hostedLarge });
    const ends: (() => void)[] = [];
    const running = [1, 2].map(() => work.run("slow", true, () => new Promise<void>((resolve) => ends.push(resolve))));
    expect(work.findOverload("slow", true)).toBe("account");
    expect(work.findOverload("slow", false)).toBe(undefined);
    expect(work.findOverload("other", true)).toBe(undefined);
    for (const end of ends) end();
    await Promise.all(running);
    expect(work.findOverload("slow", true)).toBe(undefined);
  });
});

it("the keys of remembered responses count as bytes too: they may be longer than the responses", async () => {
  const sandbox = await serveHosted({ limits: { bytes: 20_000 } });
  const fail = async (key: string) => {
    const headers = { "x-api-key": longKey, "idempotency-key": key };
    return (await fetch(`${sandbox.origin}/sandbox/refund-failures`, { method: "POST", headers })).status;
  };
  let count = 0;
  while ((await fail(String(count).padStart(255, "k"))) === 201) count += 1;
  expect(count).toBeLessThan(60);
});

it("an account holds no more than its bytes, whatever it is written in, so that its snapshot can be restored", async () => {
  const store = createMemoryStore();
  const apis = new Apis(Date.now(), { quotas: { bytes: 1_000_000 }, store });
  // Three bytes for each character, and four.
  const metadata = { order: "漢".repeat(500), gift: "🎁".repeat(250), note: "é".repeat(500) };
  const description = "注文".repeat(100);
  await apis.vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
  for (let count = 0; count < 20; count++) {
    const { id } = await apis.vinr.payments.create({ ...newPayment, description, metadata, capture: false });
    if (count % 2 === 0) continue;
    await apis.post(`/payments/${id}/card-payments`, { card: "4242424242424242" });
    await apis.vinr.payments.capture(id);
    await apis.vinr.refunds.create({ payment: id, amount: 1, metadata });
  }
  await apis.post("/delivery-runs");
  await apis.post("/clock/advances", { days: 4 });
  const { bytes } = await store.transact("shop", (records) => records.readAccount());
  const { body } = await apis.get("/snapshot");
  expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(bytes);
  const other = new Apis(Date.now(), { quotas: { bytes } });
  expect((await other.post("/restorations", body)).status).toBe(201);
});

it("an account with nothing but payments holds no more than its bytes, either", async () => {
  const store = createMemoryStore();
  const apis = new Apis(Date.now(), { quotas: { bytes: 1_000_000 }, store });
  for (let count = 0; count < 100; count++) await apis.vinr.payments.create(newPayment, { idempotencyKey: `${count}` });
  const { bytes } = await store.transact("shop", (records) => records.readAccount());
  expect(Buffer.byteLength(JSON.stringify((await apis.get("/snapshot")).body))).toBeLessThan(bytes);
});

it("an attempt of a delivery counts once, however often the delivery is replayed", async () => {
  const apis = new Apis(Date.now(), { quotas: { bytes: 100_000 } });
  await apis.vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
  await apis.vinr.payments.create(newPayment);
  const { data } = (await apis.get("/deliveries")).body as { data?: { id: string }[] };
  let count = 0;
  while ((await apis.post(`/deliveries/${data?.[0]?.id}/replays`)).status === 201) count += 1;
  // Counted whole again and again, it fills the account with the 40th.
  expect(count).toBeGreaterThan(300);
  expect(count).toBeLessThan(900);
});

it("a restricted key is its account's also where a space that HTTP does not know stands before it", async () => {
  const sandbox = await serveHosted();
  const created = await fetch(`${sandbox.origin}/sandbox/restricted-keys`, {
    method: "POST",
    headers: { "x-api-key": longKey, "content-type": "application/json" },
    body: JSON.stringify({ permissions: ["payments:read"] }),
  });
  const headers = new Headers({ "x-api-key": `\u00a0${(await created.json()).key}` });
  expect((await fetch(`${sandbox.origin}/v1/payments`, { headers })).status).toBe(200);
  expect(findKeyAccount(headers)).toBe(longKey.replace("sk_test_", ""));
});
