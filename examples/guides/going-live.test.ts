/** The samples of going live, logs, versions and other providers' events. */
import type { EventType, WebhookEndpoint } from "@vinr/client";
import { createTestKit } from "@vinr/client/testing";
import { expect, it, vi } from "vitest";
import { loadSpec } from "../../scripts/read/document/load-spec.ts";
import { buildModel } from "../../scripts/read/model/build-model.ts";
import { findGaps } from "./find-gaps.ts";
import { createLoggedClient } from "./log-calls.ts";
import { createClient, decide } from "./pin-version.ts";
import { translateEvent } from "./translate-event.ts";

const secretKey = "sk_test_4eC39HqLyjWDarjtT1zdp7dc";
const liveEnv = { VINR_SECRET_KEY: "sk_live_ExampleOnly", VINR_WEBHOOK_SECRET: "whsec_ExampleOnlyNotASecret0000" };
const endpointOf = (status: "disabled" | "enabled", enabled_events: EventType[]): WebhookEndpoint => ({
  id: "we_6fD4pJ",
  object: "webhook_endpoint",
  url: "https://shop.example/webhooks/vinr",
  status,
  enabled_events,
  created_at: "2026-04-15T10:30:00Z",
});
const page = { has_more: false, next_cursor: null, total_estimate: 1 };

it("a server with live keys and an endpoint for every event has no gap", async () => {
  const { vinr, api } = createTestKit();
  api.on("listWebhookEndpoints").data({ object: "list", data: [endpointOf("enabled", ["*"])], page });
  expect(await findGaps(vinr, liveEnv)).toEqual([]);
});

it("a server with test keys and a disabled endpoint has every gap named", async () => {
  const { vinr, api } = createTestKit();
  const received = ["payment.completed", "payment.failed", "payment.expired", "refund.completed", "dispute.opened"];
  const data = [endpointOf("disabled", ["*"]), endpointOf("enabled", received)];
  api.on("listWebhookEndpoints").data({ object: "list", data, page });
  expect(await findGaps(vinr, { VINR_SECRET_KEY: secretKey })).toEqual([
    "VINR_SECRET_KEY is not a live key",
    "VINR_WEBHOOK_SECRET is not a webhook secret",
    "no webhook endpoint receives refund.failed",
    "no webhook endpoint receives dispute.resolved",
  ]);
});

it("the log of a call has what support asks for, and neither the key nor the body", async () => {
  vi.useFakeTimers({ now: new Date("2026-04-15T10:30:00Z"), toFake: ["Date"] });
  const { api } = createTestKit();
  api.on("createPayment").error("card_declined");
  const lines: string[] = [];
  const vinr = createLoggedClient((line) => lines.push(line), { secretKey, fetch: api.fetch });
  const params = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
  await expect(vinr.payments.create(params, { idempotencyKey: "order-1042-pay-1" })).rejects.toThrow();
  vi.useRealTimers();
  const call = { time: "2026-04-15T10:30:00.000Z", operation: "createPayment", key: "order-1042-pay-1", attempt: 1 };
  const requestId = expect.stringMatching(/^req_/);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { ...call, status: 402, requestId, duration: expect.any(Number) },
    { ...call, code: "card_declined", requestId },
  ]);
  expect(lines.join()).not.toMatch(/sk_test|shop\.example/);
});

it("a client keeps to its version, and lets a status pass that is new", async () => {
  const { api } = createTestKit();
  const vinr = createClient({ secretKey, fetch: api.fetch });
  const payment = { id: "pay_1", object: "payment", amount: 1000, currency: "EUR", metadata: {} } as const;
  const decisions: string[] = [];
  for (const status of ["completed", "expired", "pending", "yet_to_come"]) {
    api.on("retrievePayment").data({ ...payment, status, created_at: "2026-04-15T10:30:00Z" });
    decisions.push(await decide(vinr, "pay_1"));
  }
  expect(decisions).toEqual(["fulfil", "offer to pay again", "wait", "wait"]);
  expect(api.callsOf("retrievePayment")[0]?.headers["vinr-version"]).toBe("2026-04-01");
});

it("an event of another provider is translated to a type that VINR has, or to none", async () => {
  const { webhooks } = buildModel(await loadSpec(new URL("../../spec/openapi.yaml", import.meta.url).pathname));
  const types = ["payment_intent.succeeded", "charge.dispute.created", "payout.paid"].map(translateEvent);
  expect(types).toEqual(["payment.completed", "dispute.opened", "settlement.completed"]);
  expect(webhooks.map(({ name }) => name)).toEqual(expect.arrayContaining(types));
  expect(["invoice.paid", "constructor"].map(translateEvent)).toEqual([undefined, undefined]);
});
