import { describe, expect, it } from "vitest";
import {
  apiError,
  createHandler,
  createMemoryIdempotencyStore,
  createPartialHandler,
  errorResponse,
  type IdempotencyStore,
  type Operations,
  type RecordedResponse,
} from "../src/index.js";
import { ask, createBackend, newPayment, outcome, payment } from "./backend.js";

const create = (body: unknown = newPayment, idempotencyKey = "order-1042", headers: Record<string, string> = {}) =>
  ask("/v1/payments", { method: "POST", body, headers: { "idempotency-key": idempotencyKey, ...headers } });

describe("a second request with the same key", () => {
  it("is replayed byte for byte, and says so", async () => {
    const { operations, created } = createBackend();
    const handler = createHandler(operations);
    const [first, second] = [await handler(create()), await handler(create())];
    expect([first.status, second.status, created()]).toEqual([201, 201, 1]);
    expect(await second.text()).toBe(await first.text());
    expect([first.headers.get("idempotent-replayed"), second.headers.get("idempotent-replayed")]).toEqual([
      null,
      "true",
    ]);
  });

  it("is the same whatever its white space and the order of its members", async () => {
    const { operations, created } = createBackend();
    const handler = createHandler(operations);
    await handler(create({ ...newPayment, metadata: { a: "1", b: "2" } }));
    const { amount, currency, returnUrl } = newPayment;
    const again = JSON.stringify({ metadata: { b: "2", a: "1" }, returnUrl, currency, amount }, null, 2);
    expect((await handler(create(again))).headers.get("idempotent-replayed")).toBe("true");
    expect(created()).toBe(1);
  });

  it("and another payload is a conflict", async () => {
    const { operations, created } = createBackend();
    const handler = createHandler(operations);
    await handler(create());
    const response = await handler(create({ ...newPayment, amount: 1001 }));
    expect(await outcome(response)).toEqual([409, "idempotency_key_reused", "Idempotency-Key"]);
    expect(created()).toBe(1);
  });

  it("belongs to its account and operation: others may use the key", async () => {
    const { operations, created } = createBackend();
    const handler = createHandler(operations);
    await handler(create());
    const other = await handler(create(newPayment, "order-1042", { authorization: "Bearer sk_test_Another" }));
    expect([other.status, other.headers.get("idempotent-replayed"), created()]).toEqual([201, null, 2]);
    const refund = ask("/v1/refunds", {
      method: "POST",
      body: { payment: payment.id },
      headers: { "idempotency-key": "order-1042" },
    });
    expect((await handler(refund)).status).toBe(201);
  });

  it("and another object in the path is a conflict", async () => {
    const handler = createHandler(createBackend().operations);
    const cancel = (id: string) =>
      ask(`/v1/payments/${id}/cancel`, { method: "POST", headers: { "idempotency-key": "k" } });
    expect((await handler(cancel(payment.id))).status).toBe(200);
    expect(await outcome(await handler(cancel("pay_2")))).toEqual([409, "idempotency_key_reused", "Idempotency-Key"]);
  });

  it("while the first is in progress is a conflict, to be tried again soon", async () => {
    let finish = () => {};
    const started = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const handler = createPartialHandler({
      createPayment: async () => {
        await started;
        return { status: 201, body: payment };
      },
    });
    const first = handler(create());
    const second = await handler(create());
    expect([await outcome(second), second.headers.get("retry-after")]).toEqual([
      [409, "idempotency_key_in_progress", "Idempotency-Key"],
      "1",
    ]);
    finish();
    expect((await first).status).toBe(201);
    expect((await handler(create())).headers.get("idempotent-replayed")).toBe("true");
  });

  it("is replayed for 24 hours", async () => {
    let now = Date.UTC(2026, 3, 15);
    const { operations, created } = createBackend();
    const handler = createHandler(operations, { idempotency: createMemoryIdempotencyStore({ now: () => now }) });
    await handler(create());
    now += 24 * 3_600_000 - 1;
    await handler(create());
    expect(created()).toBe(1);
    now += 1;
    await handler(create());
    expect(created()).toBe(2);
  });
});

it("a thousand concurrent requests with one key take effect once", async () => {
  const { operations, created } = createBackend();
  const createPayment: Operations["createPayment"] = async (request) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return operations.createPayment(request);
  };
  const handler = createHandler({ ...operations, createPayment });
  const responses = await Promise.all(Array.from({ length: 1000 }, () => handler(create())));
  const succeeded = responses.filter(({ status }) => status === 201);
  expect([created(), responses.filter(({ status }) => status === 409).length]).toEqual([1, 1000 - succeeded.length]);
  expect(succeeded.filter(({ headers }) => !headers.has("idempotent-replayed"))).toHaveLength(1);
});

it("a request without a key takes effect each time", async () => {
  const { operations, created } = createBackend();
  const handler = createHandler(operations);
  for (let i = 0; i < 3; i++) await handler(ask("/v1/payments", { method: "POST", body: newPayment }));
  expect(created()).toBe(3);
});

it("a key that cannot be a header is rejected before anything is done", async () => {
  const { operations, created } = createBackend();
  const handler = createHandler(operations);
  for (const bad of ["", "two words", "k".repeat(256)]) {
    expect(await outcome(await handler(create(newPayment, bad)))).toEqual([
      400,
      "parameter_invalid",
      "Idempotency-Key",
    ]);
  }
  expect(created()).toBe(0);
});

it("what is invalid or thrown is not remembered; what is returned is, errors too", async () => {
  let calls = 0;
  const handler = createPartialHandler({
    createPayment({ requestId }) {
      calls += 1;
      if (calls === 1) throw apiError("currency_not_enabled");
      return errorResponse("card_declined", requestId, { decline_code: "insufficient_funds" });
    },
  });
  expect(await outcome(await handler(create({ amount: 1 })))).toEqual([400, "parameter_missing", "currency"]);
  expect(await outcome(await handler(create()))).toEqual([422, "currency_not_enabled"]);
  expect(await outcome(await handler(create()))).toEqual([402, "card_declined"]);
  const replay = await handler(create());
  expect((await replay.clone().json()).error.decline_code).toBe("insufficient_funds");
  expect([await outcome(replay), replay.headers.get("idempotent-replayed"), calls]).toEqual([
    [402, "card_declined"],
    "true",
    2,
  ]);
});

it.each([[503], [500], [429], [409], [401]])(
  "a %i that an operation returns is not remembered, and told",
  async (status) => {
    const told: unknown[] = [];
    const { operations, created } = createBackend();
    let isDown = true;
    const error = { type: "api_error", code: "service_unavailable", message: "Down.", request_id: "req_1" };
    // As a JavaScript program may return it: errorResponse takes no such code.
    const broken = { status, body: { error } } as ReturnType<Operations["createPayment"]>;
    const createPayment: Operations["createPayment"] = (request) =>
      isDown ? broken : operations.createPayment(request);
    const options = { onError: (one: unknown) => told.push(one), checkResponses: "off" } as const;
    const handler = createHandler({ ...operations, createPayment }, options);
    expect(await outcome(await handler(create()))).toEqual([500, "internal_error"]);
    expect(String(told[0])).toContain(
      `createPayment returned ${status}, which would be remembered for the idempotency key.`,
    );
    isDown = false;
    expect([(await handler(create())).status, created()]).toEqual([201, 1]);
  },
);

it.each([
  ["a body that is not text", { kind: "replayed", response: { status: 201, body: payment } }],
  ["no body", { kind: "replayed", response: { status: 201 } }],
  ["a status that is text", { kind: "executed", response: { status: "201", body: "{}" } }],
  ["no response", { kind: "executed" }],
  ["an unknown kind", { kind: "replay", response: { status: 201, body: "{}" } }],
])("a record with %s is a 500, told to the host in plain words", async (_, record) => {
  const told: unknown[] = [];
  const idempotency = { run: async () => record } as unknown as IdempotencyStore<undefined>;
  const handler = createHandler(createBackend().operations, { idempotency, onError: (one) => told.push(one) });
  expect(await outcome(await handler(create()))).toEqual([500, "internal_error"]);
  expect(String(told[0])).toContain("The idempotency store must return a known kind, and a response with a number");
});

describe("a store with transactions", () => {
  /** A database that keeps what a transaction wrote only when it is committed. */
  function createDatabase() {
    const rows = new Map<string, string>();
    const store: IdempotencyStore<Map<string, string>> = {
      async run(request, effect) {
        const key = `key ${request.key}`;
        const known = rows.get(key);
        if (known !== undefined) return { kind: "replayed", response: JSON.parse(known) as RecordedResponse };
        const writes = new Map<string, string>();
        const response = await effect(writes);
        if (request.key !== undefined) writes.set(key, JSON.stringify(response));
        for (const [name, value] of writes) rows.set(name, value);
        return { kind: "executed", response };
      },
    };
    return { rows, store };
  }

  it("commits the record and the effect together, or neither", async () => {
    const { rows, store } = createDatabase();
    let fails = true;
    const handler = createPartialHandler(
      {
        createPayment({ transaction }) {
          transaction.set("payment", "pay_1");
          if (fails) throw new Error("the disk is full");
          return { status: 201, body: payment };
        },
      },
      { idempotency: store, onError: () => {} },
    );
    expect(await outcome(await handler(create()))).toEqual([500, "internal_error"]);
    expect([...rows.keys()]).toEqual([]);
    fails = false;
    expect((await handler(create())).status).toBe(201);
    expect([...rows.keys()]).toEqual(["payment", "key order-1042"]);
  });

  it("undoes the effect of a response that is not documented", async () => {
    const { rows, store } = createDatabase();
    const handler = createPartialHandler(
      {
        createPayment({ transaction }) {
          transaction.set("payment", "pay_1");
          return { status: 201, body: { ...payment, amount: 0.5 } };
        },
      },
      { idempotency: store, onError: () => {} },
    );
    expect(await outcome(await handler(create()))).toEqual([500, "internal_error"]);
    expect(rows.size).toBe(0);
  });

  it("gives a request without a key a transaction too", async () => {
    const { rows, store } = createDatabase();
    const handler = createPartialHandler(
      {
        createPayment({ transaction }) {
          transaction.set("payment", "pay_1");
          return { status: 201, body: payment };
        },
      },
      { idempotency: store },
    );
    expect((await handler(ask("/v1/payments", { method: "POST", body: newPayment }))).status).toBe(201);
    expect([...rows.keys()]).toEqual(["payment"]);
  });
});
