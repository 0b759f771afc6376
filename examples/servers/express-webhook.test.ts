import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createDelivery } from "@vinr/client/testing";
import express, { type Express } from "express";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createWebhookApp } from "./express-webhook.ts";

const secret = "whsec_ExampleOnlyNotASecret0000";
const { body, headers } = createDelivery("payment.completed", { secret });
const types: string[] = [];

beforeEach(() => {
  types.length = 0;
  vi.stubEnv("VINR_WEBHOOK_SECRET", secret);
});
afterEach(() => vi.unstubAllEnvs());

const note = async ({ type }: { readonly type: string }) => void types.push(type);

/** Delivers as VINR does, to the app of the sample. */
async function deliver(text: string | undefined, app = createWebhookApp(note)): Promise<Response> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/vinr`;
  return fetch(url, { method: "POST", body: text ?? null, headers });
}

describe("a webhook endpoint on Express", () => {
  it("handles a signed event", async () => {
    const response = await deliver(body);
    expect([response.status, types]).toEqual([204, ["payment.completed"]]);
  });

  it("rejects a body that was changed on the way", async () => {
    const response = await deliver(`${body} `);
    expect([response.status, await response.text(), types]).toEqual([400, "no_match", []]);
  });

  it("rejects a delivery without a body, which anybody can send", async () => {
    const response = await deliver(undefined);
    expect([response.status, await response.text(), types]).toEqual([400, "no_match", []]);
  });

  it("without a secret logs its own fault, and lets VINR deliver again", async () => {
    vi.stubEnv("VINR_WEBHOOK_SECRET", undefined);
    expect(await findFault(createWebhookApp(note))).toMatch(/webhook secret is missing/);
  });

  it("behind express.json() logs its own fault, and lets VINR deliver again", async () => {
    const app = express().use(express.json(), createWebhookApp(note));
    expect(await findFault(app)).toMatch(/The body was parsed before it was verified/);
  });
});

/** Delivers to an app that responds with 500, and returns what it logs. */
async function findFault(app: Express): Promise<string> {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => log.mockRestore());
  // Express logs no errors in the environment of tests.
  expect((await deliver(body, app.set("env", "development"))).status).toBe(500);
  await vi.waitFor(() => expect(log).toHaveBeenCalled(), { timeout: 20_000 });
  return String(log.mock.calls);
}
