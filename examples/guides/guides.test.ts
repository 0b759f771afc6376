import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { type Event, Vinr } from "@vinr/client";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Mock, startMock } from "../../scripts/mock/server.ts";
import { loadSpec } from "../../scripts/read/load-spec.ts";
import { createWebhookServer } from "../webhook-server/server.ts";
import { captureOrder } from "./capture-order.ts";
import { deliver } from "./deliver-locally.ts";
import { explainError } from "./explain-error.ts";
import { handleEvent } from "./fulfil-order.ts";
import { reconcile } from "./reconcile.ts";
import { findProblems } from "./validate-order.ts";

let mock: Mock;
let vinr: Vinr;
beforeAll(async () => {
  const { document } = await loadSpec(fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url)));
  mock = await startMock({ document, port: 0 });
  vinr = clientOf({});
});
afterAll(() => mock.close());

/** A client whose calls ask the mock for one of the documented answers, by method. */
function clientOf(prefer: Readonly<Record<string, string>>): Vinr {
  const send = (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const wanted = prefer[request.method];
    if (wanted !== undefined) request.headers.set("Prefer", wanted);
    return fetch(request);
  };
  return new Vinr({
    secretKey: "sk_test_4eC39HqLyjWDarjtT1zdp7dc",
    baseUrl: mock.url,
    maxRetries: 0,
    fetch: send as typeof fetch,
  });
}

const completed = {
  id: "evt_5kL9wQ",
  object: "event",
  type: "payment.completed",
  created_at: "2026-04-15T10:31:12Z",
  data: { object: { id: "pay_1234567890", metadata: { order: "1042" } } },
};

it("a completed payment fulfils its order, a failed one reopens it, and an unknown event does nothing", async () => {
  const done: string[] = [];
  const orders = {
    fulfil: async (order: string) => void done.push(`fulfil ${order}`),
    reopen: async (order: string) => void done.push(`reopen ${order}`),
  };
  for (const type of ["payment.completed", "payment.failed", "payment.yet_to_come"]) {
    await handleEvent({ ...completed, type } as unknown as Event, orders);
  }
  expect(done).toEqual(["fulfil 1042", "reopen 1042"]);
});

describe("capturing an order", () => {
  it("takes the money", async () => {
    const payment = await captureOrder(vinr, "1041", "pay_7rP1gS0bY", 183500);
    expect([payment.status, payment.amountCaptured]).toEqual(["completed", 183500]);
  });

  it("reads what stands where an earlier run has taken it", async () => {
    const again = clientOf({ POST: "code=422, example=alreadyCaptured", GET: "example=captured" });
    expect((await captureOrder(again, "1041", "pay_7rP1gS0bY", 183500)).amountCaptured).toBe(183500);
  });
});

it.each([
  ["code=402, example=cardDeclined", /another way to pay/],
  ["code=409, example=idempotencyKeyReused", /a bug on our side/],
  ["code=429", /^Wait \d+ s\.$/],
  ["code=500", /req_/],
])("an error that the mock answers to %s is explained", async (prefer, explanation) => {
  const failing = clientOf({ POST: prefer });
  const error = await failing.payments.capture("pay_7rP1gS0bY").then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(explainError(error)).toMatch(explanation);
});

it("a settlement's transactions add up to its own figures", async () => {
  expect(await reconcile(vinr, "setl_3kQ9xZ")).toEqual({ payout: 174263, differences: [] });
});

it("a misspelt property is found before it is sent", () => {
  expect(findProblems({ amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" })).toEqual([]);
  expect(findProblems({ amount: 0, currency: "EUR", return_url: "https://shop.example/return" })).toHaveLength(3);
});

it("an event can be delivered to a server on this machine", async () => {
  const secret = "whsec_ExampleOnlyNotASecret0000";
  const types: string[] = [];
  const server = createWebhookServer({ secret, handle: async ({ type }) => void types.push(type), report: () => {} });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/vinr`;
  expect([await deliver(url, completed, secret), types]).toEqual([200, ["payment.completed"]]);
});
