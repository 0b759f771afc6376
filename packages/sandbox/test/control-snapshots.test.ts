/** Snapshots over HTTP: taken, and put back into the same account or another one. */
import { beforeEach, describe, expect, it } from "vitest";
import { Apis, type Asked } from "./testing/control.js";

const start = Date.UTC(2026, 3, 15, 10, 30);
const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

let apis: Apis;
beforeEach(() => {
  apis = new Apis(start);
});

const failure = ({ status, body: { error } }: Asked) => [status, error?.code, error?.param];

describe("a snapshot over HTTP", () => {
  it("puts an account back as it was, with its clock, and any other account too", async () => {
    const { id } = await apis.vinr.payments.create(newPayment);
    await apis.post("/clock/advances", { hours: 1 });
    const taken = await apis.get("/snapshot");
    expect(taken).toMatchObject({ status: 200, body: { format: "vinr-sandbox-snapshot", version: 1 } });
    await apis.post("/clock/advances", { days: 2 });
    expect((await apis.vinr.payments.retrieve(id)).status).toBe("expired");

    const restored = await apis.post("/restorations", taken.body);
    expect(restored).toMatchObject({ status: 201, body: { object: "clock", now: "2026-04-15T11:30:00Z" } });
    expect((await apis.vinr.payments.retrieve(id)).status).toBe("pending");
    expect((await apis.get("/snapshot")).body).toEqual(taken.body);

    const other = { authorization: "Bearer sk_test_other" };
    expect((await apis.post("/restorations", taken.body, other)).status).toBe(201);
    expect((await apis.ask("GET", "/snapshot", undefined, other)).body).toEqual(taken.body);
  });

  it("is restored once for one idempotency key", async () => {
    const { body } = await apis.get("/snapshot");
    const key = { "idempotency-key": "world" };
    const first = await apis.post("/restorations", body, key);
    const { id } = await apis.vinr.payments.create(newPayment);
    expect(await apis.post("/restorations", body, key)).toEqual({ ...first, replayed: true });
    expect((await apis.vinr.payments.retrieve(id)).id).toBe(id);
  });

  it("may be larger than other bodies, and has a limit", async () => {
    const { body } = await apis.get("/snapshot");
    const padded = (bytes: number) => JSON.stringify({ ...body, padding: "x".repeat(bytes) });
    expect((await apis.post("/restorations", padded(2 * 1024 * 1024))).status).toBe(201);
    expect(failure(await apis.post("/disputes", padded(2 * 1024 * 1024)))).toEqual([413, "body_too_large", undefined]);
    const tooLarge = await apis.post("/restorations", padded(32 * 1024 * 1024));
    expect(failure(tooLarge)).toEqual([413, "body_too_large", undefined]);
    expect(tooLarge.body.error?.message).toContain("33554432 bytes");
  });
});

describe("a snapshot that cannot be restored", () => {
  type Change = (snapshot: Record<string, unknown> & { objects: { object: object }[] }) => unknown;
  // Deep enough for any recursion to end badly.
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;

  it.each<[about: string, change: Change, failure: unknown[]]>([
    ["is not JSON", () => "{", [400, "body_malformed", undefined]],
    ["lacks a part", ({ due: _, ...rest }) => rest, [400, "parameter_missing", "due"]],
    ["is something else", () => ({ openapi: "3.1.0" }), [400, "parameter_missing", "format"]],
    ["is of another version", (snapshot) => ({ ...snapshot, version: 2 }), [400, "parameter_invalid", "version"]],
    [
      "has an object that the specification does not have",
      (snapshot) => ({ ...snapshot, objects: [{ kind: "payment", object: { id: "pay_1", object: "payment" } }] }),
      [400, "parameter_invalid", "objects.0.object"],
    ],
    [
      "lacks an object that another one needs",
      (snapshot) => ({ ...snapshot, objects: snapshot.objects.slice(0, 1) }),
      [400, "parameter_invalid", "objects.0.object"],
    ],
    [
      "is nested without end",
      (snapshot) => JSON.stringify({ ...snapshot, extra: 0 }).replace('"extra":0', `"extra":${deep}`),
      [400, "parameter_invalid", undefined],
    ],
  ])("because it %s changes nothing", async (_, change, expected) => {
    await apis.vinr.payments.create(newPayment);
    const { body } = await apis.get("/snapshot");
    const damaged = change(structuredClone(body) as Parameters<Change>[0]);
    const [status, code, param] = failure(await apis.post("/restorations", damaged));
    expect([status, code]).toEqual(expected.slice(0, 2));
    expect(param).toBe(expected[2]);
    // With a key, the body is looked through before.
    expect((await apis.post("/restorations", damaged, { "idempotency-key": "k" })).status).toBe(400);
    expect((await apis.get("/snapshot")).body).toEqual(body);
  });

  it("is told in words what is wrong with it, and that a new one can be taken", async () => {
    const { body } = await apis.get("/snapshot");
    const { body: rejected } = await apis.post("/restorations", { ...body, version: 2 });
    expect(rejected.error?.message).toBe(
      "The snapshot cannot be restored: version is 2, and this program reads 1. Take a new one.",
    );
  });
});
