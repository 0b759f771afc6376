/** Every error code that the specification has, produced by its cause; those that the sandbox cannot cause say why. */
import { readFile } from "node:fs/promises";
import { createTokenBucket, type ErrorCode } from "@vinr/server";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { errorCodes } from "../../server/src/generated/error-codes.js";
import { createApi } from "../src/api.js";
import { createSandbox, type Sandbox } from "../src/index.js";
import { createMemoryStore } from "../src/store/memory-store.js";
import { reportOutages } from "../src/store/report-outages.js";
import { type Store, StoreUnavailableError } from "../src/store/store.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

interface Ask {
  readonly method?: string;
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is where it is a text, else as JSON. */
  readonly body?: object | string;
}

/** A sandbox, and requests to its API as they go over the network. */
class World {
  readonly sandbox: Sandbox = createSandbox();

  ask(path: string, { method, key, headers = {}, body }: Ask = {}): Promise<Response> {
    return this.sandbox.fetch(...requestOf(path, { method, key, headers, body }));
  }

  async create(path: string, body: object): Promise<string> {
    return (await (await this.ask(path, { body })).json()).id;
  }

  /** A payment that was paid: completed, or authorized where it is not captured at once. */
  async paid(change: object = {}): Promise<string> {
    const id = await this.create("/payments", { ...newPayment, ...change });
    await this.sandbox.checkout(id).pay("4242 4242 4242 4242");
    return id;
  }
}

function requestOf(path: string, { method, key, headers, body }: { [Name in keyof Ask]: Ask[Name] | undefined }) {
  const sent = typeof body === "object" ? JSON.stringify(body) : (body ?? null);
  const all = {
    ...(key === null ? {} : { authorization: `Bearer ${key ?? "sk_test_sandbox"}` }),
    ...(sent === null ? {} : { "content-type": "application/json" }),
    ...headers,
  };
  const init = { method: method ?? (sent === null ? "GET" : "POST"), headers: all, body: sent };
  return [`http://localhost/v1${path}`, init] satisfies [string, RequestInit];
}

/** The API on a store whose transactions all fail. */
function askOn(error: Error): Promise<Response> {
  const store: Store = { ...createMemoryStore(), transact: () => Promise.reject(error) };
  const world = { now: Date.now, seed: "vinr", checkoutUrlOf: (id: string) => id };
  return createApi(reportOutages(store), world)(new Request(...requestOf("/payments", {})));
}

type Cause = (world: World) => Promise<Response>;

const causes = {
  body_malformed: (world) => world.ask("/payments", { body: "{" }),
  parameter_missing: (world) => world.ask("/payments", { body: { amount: 1, currency: "EUR" } }),
  parameter_invalid: (world) => world.ask("/payments", { body: { ...newPayment, amount: 0 } }),
  parameter_unknown: (world) => world.ask("/payments", { body: { ...newPayment, return_url: "https://a.example/" } }),
  parameters_exclusive: (world) => world.ask("/payments?starting_after=pay_1&ending_before=pay_2"),
  api_key_missing: (world) => world.ask("/payments", { key: null }),
  invalid_api_key: (world) => world.ask("/payments", { key: "secret" }),
  expired_api_key: (world) => world.ask("/payments", { key: "sk_test_expiredIn2025" }),
  api_key_kind_not_allowed: (world) => world.ask("/payments", { key: "pk_test_sandbox" }),
  api_key_wrong_environment: (world) => world.ask("/payments", { key: "sk_live_sandbox" }),
  card_declined: async (world) => {
    const id = await world.paid({ capture: false, amount: 40_201 });
    return world.ask(`/payments/${id}/capture`, { method: "POST" });
  },
  authorization_declined: async (world) => {
    const id = await world.paid({ capture: false, amount: 40_202 });
    return world.ask(`/payments/${id}/capture`, { method: "POST" });
  },
  permission_denied: async (world) => {
    const key = await world.sandbox.restrictedKey(["payments:read"]);
    return world.ask("/payments", { key, body: newPayment });
  },
  resource_not_found: (world) => world.ask("/payments/pay_none"),
  route_not_found: (world) => world.ask("/invoices"),
  method_not_allowed: (world) => world.ask("/payments", { method: "DELETE" }),
  not_acceptable: (world) => world.ask("/payments", { headers: { accept: "text/html" } }),
  idempotency_key_reused: async (world) => {
    const headers = { "idempotency-key": "order-1042" };
    await world.ask("/payments", { headers, body: newPayment });
    return world.ask("/payments", { headers, body: { ...newPayment, amount: 1 } });
  },
  idempotency_key_in_progress:
    "The requests of one account wait for each other, so the second one gets the response of the first.",
  body_too_large: (world) => world.ask("/payments", { body: " ".repeat(1024 * 1024 + 1) }),
  unsupported_media_type: (world) => {
    return world.ask("/payments", { headers: { "content-type": "text/plain" }, body: newPayment });
  },
  already_captured: async (world) => world.ask(`/payments/${await world.paid()}/cancel`, { method: "POST" }),
  amount_too_large: async (world) => world.ask("/refunds", { body: { payment: await world.paid(), amount: 1001 } }),
  currency_not_enabled: (world) => world.ask("/payments", { body: { ...newPayment, currency: "XTS" } }),
  payment_not_capturable: async (world) => {
    return world.ask(`/payments/${await world.create("/payments", newPayment)}/capture`, { method: "POST" });
  },
  payment_not_cancellable: async (world) => {
    const id = await world.create("/payments", newPayment);
    await world.ask(`/payments/${id}/cancel`, { method: "POST" });
    return world.ask(`/payments/${id}/cancel`, { method: "POST" });
  },
  payment_not_refundable: async (world) => {
    return world.ask("/refunds", { body: { payment: await world.create("/payments", newPayment) } });
  },
  rate_limited: async () => {
    const world = { now: Date.now, seed: "vinr", checkoutUrlOf: (id: string) => id };
    const rateLimiter = createTokenBucket({ limit: 1, burst: 1, now: () => 0 });
    const api = createApi(createMemoryStore(), world, { rateLimiter });
    await api(new Request(...requestOf("/payments", {})));
    return api(new Request(...requestOf("/payments", {})));
  },
  internal_error: () => askOn(new Error("The disk is full.")),
  not_implemented: "The sandbox implements all operations.",
  service_unavailable: () => askOn(new StoreUnavailableError("PostgreSQL cannot be reached.", {})),
} satisfies Record<ErrorCode, Cause | string>;

/** By the specification's table, not by the type above: a code that is new fails here too. */
const codes = Object.keys(errorCodes) as ErrorCode[];

it("each error code has a cause, or a reason why it has none", () => {
  expect(Object.keys(causes)).toEqual(codes);
  const reasons = codes.filter((code) => typeof causes[code] === "string");
  expect(reasons).toEqual(["idempotency_key_in_progress", "not_implemented"]);
});

it.each(codes.filter((code) => typeof causes[code] !== "string"))("%s", async (code) => {
  const cause: Cause | string = causes[code];
  if (typeof cause === "string") return;
  const silenced = console.error;
  // The handler tells its host of an internal error, which is what this test wants.
  if (code === "internal_error") console.error = () => undefined;
  const response = await cause(new World()).finally(() => {
    console.error = silenced;
  });
  const { error } = await response.json();
  const { status, type } = errorCodes[code];
  expect([response.status, error.code, error.type]).toEqual([status, code, type]);
  expect(error.request_id).toBe(response.headers.get("x-request-id"));
});

describe("a capture that the bank rejects", () => {
  it.each([
    [40_201, "card_declined", "insufficient_funds"],
    [40_202, "authorization_declined", "authorization_declined"],
  ])("of %d fails the payment, and is remembered", async (amount, code, failure) => {
    const world = new World();
    const id = await world.paid({ capture: false, amount });
    const ask = { method: "POST", headers: { "idempotency-key": "capture-1" } };
    const first = await (await world.ask(`/payments/${id}/capture`, ask)).text();
    const again = await world.ask(`/payments/${id}/capture`, ask);
    expect([again.status, again.headers.get("idempotent-replayed"), await again.text()]).toEqual([402, "true", first]);
    expect(JSON.parse(first).error).toMatchObject({ code, resource: id });
    const payment = await (await world.ask(`/payments/${id}`)).json();
    expect(payment).toMatchObject({ status: "failed", amountCapturable: 0, failure: { code: failure } });
    expect((await world.sandbox.events()).at(-1)).toMatchObject({ type: "payment.failed" });
    const later = await (await world.ask(`/payments/${id}/capture`, { method: "POST" })).json();
    expect(later.error.code).toBe("payment_not_capturable");
  });

  it("has the documented headers, where it is replayed too", async () => {
    const world = new World();
    const id = await world.paid({ capture: false, amount: 40_201 });
    const ask = { method: "POST", headers: { "idempotency-key": "capture-1" } };
    await world.ask(`/payments/${id}/capture`, ask);
    const { headers } = await world.ask(`/payments/${id}/capture`, ask);
    const spec = parse(await readFile(new URL("../../../spec/openapi.yaml", import.meta.url), "utf8"));
    const documented = Object.keys(spec.components.responses.CardDeclined.headers).map((name) => name.toLowerCase());
    expect([...headers.keys()].sort()).toEqual([...documented, "cache-control", "content-type"].sort());
  });

  it("is not asked for more than was authorized, which changes nothing", async () => {
    const world = new World();
    const id = await world.paid({ capture: false, amount: 40_201 });
    const ask = { method: "POST", body: JSON.stringify({ amount: 40_202 }) };
    const { error } = await (await world.ask(`/payments/${id}/capture`, ask)).json();
    expect(error.code).toBe("amount_too_large");
    expect((await (await world.ask(`/payments/${id}`)).json()).status).toBe("authorized");
  });

  it("takes nothing of a payment that was captured at once", async () => {
    const world = new World();
    const id = await world.paid({ amount: 40_202 });
    expect((await (await world.ask(`/payments/${id}`)).json()).status).toBe("completed");
  });
});
