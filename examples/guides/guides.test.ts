import { execFile, spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { signPayload, Vinr } from "@vinr/client";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { type Mock, startMock } from "../../scripts/mock/server.ts";
import { loadSpec } from "../../scripts/read/document/load-spec.ts";
import { createWebhookServer } from "../webhook-server/server.ts";
import { captureOrder } from "./capture-order.ts";
import { findSlips } from "./check-mock.ts";
import { deliver } from "./deliver-locally.ts";
import { explainError } from "./explain-error.ts";
import { reconcile } from "./reconcile.ts";
import { reserveOrder } from "./reserve-order.ts";
import { verify } from "./rotate-secret.ts";
import { findProblems } from "./validate-order.ts";
import { POST } from "./webhook-handler.ts";

let mock: Mock;
let vinr: Vinr;
beforeAll(async () => {
  const spec = await loadSpec(fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url)));
  mock = await startMock({ spec, port: 0 });
  vinr = clientOf({});
});
afterAll(() => mock.close());

/** A client whose calls get one of the documented responses from the mock, by method. */
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

const order = { id: "1042", amount: 1000, currency: "EUR", attempt: 1 };

it("an order is reserved without its money being taken", async () => {
  const { status, checkoutUrl } = await reserveOrder(vinr, { ...order, amount: 183500 });
  expect([status, typeof checkoutUrl]).toEqual(["pending", "string"]);
});

describe("capturing an order", () => {
  it("takes the money", async () => {
    const payment = await captureOrder(vinr, "pay_7rP1gS0bY", 183500);
    expect([payment.status, payment.amountCaptured]).toEqual(["completed", 183500]);
  });

  it("retrieves the payment if an earlier run captured it", async () => {
    const again = clientOf({ POST: "code=422, example=alreadyCaptured", GET: "example=captured" });
    expect((await captureOrder(again, "pay_7rP1gS0bY", 183500)).amountCaptured).toBe(183500);
  });
});

it.each([
  ["code=402, example=cardDeclined", /another way to pay/],
  ["code=409, example=idempotencyKeyReused", /a bug on our side/],
  ["code=429", /^Wait \d+ s\.$/],
  ["code=500", /req_/],
])("an error that the mock returns for %s is explained", async (prefer, explanation) => {
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
  expect(findProblems({ amount: 0, currency: "EUR", return_url: "https://shop.example/return" })).toEqual([
    "amount must be at least 1, got 0",
    "return_url is not a known property; did you mean returnUrl?",
  ]);
});

it("a response of the mock has no problems, and one written by hand has", async () => {
  const payment = await vinr.payments.retrieve("pay_1234567890");
  expect(findSlips(payment)).toEqual([]);
  expect(findSlips({ ...payment, createdAt: payment.created_at })).toEqual([
    "createdAt is not a known property; did you mean created_at?",
  ]);
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

describe("a delivery", () => {
  const body = JSON.stringify(completed);
  const signed = (secret: string): Record<string, string> => signPayload(body, secret, Math.floor(Date.now() / 1000));
  const request = (headers: Record<string, string>): Request =>
    new Request("https://shop.example/webhooks/vinr", { method: "POST", body, headers });

  it("is accepted by a handler of the Fetch standard, and rejected if it is not genuine", async () => {
    vi.stubEnv("VINR_WEBHOOK_SECRET", "whsec_ExampleOnlyNotASecret0000");
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    onTestFinished(() => void vi.unstubAllEnvs());
    onTestFinished(() => log.mockRestore());
    expect((await POST(request(signed("whsec_ExampleOnlyNotASecret0000")))).status).toBe(204);
    expect(log).toHaveBeenCalledWith("evt_5kL9wQ", "payment.completed");
    expect((await POST(request(signed("whsec_SomebodyElsesSecret0000000")))).status).toBe(400);
  });

  it("is not blamed if the server has no secret", async () => {
    vi.stubEnv("VINR_WEBHOOK_SECRET", undefined);
    onTestFinished(() => void vi.unstubAllEnvs());
    await expect(POST(request(signed("whsec_ExampleOnlyNotASecret0000")))).rejects.toThrow("webhook secret is missing");
  });

  it("passes with either secret while they rotate, and with no third one", () => {
    vi.stubEnv("VINR_WEBHOOK_SECRET", "whsec_TheNewOneOfTheExample00000");
    vi.stubEnv("VINR_WEBHOOK_SECRET_OLD", "whsec_TheOldOneOfTheExample00000");
    onTestFinished(() => void vi.unstubAllEnvs());
    const verifyWith = (secret: string): string => {
      const headers = signed(secret);
      return verify(Buffer.from(body), headers["x-vinr-signature"], headers["x-vinr-timestamp"]).id;
    };
    expect(verifyWith("whsec_TheNewOneOfTheExample00000")).toBe("evt_5kL9wQ");
    expect(verifyWith("whsec_TheOldOneOfTheExample00000")).toBe("evt_5kL9wQ");
    expect(() => verifyWith("whsec_SomebodyElsesSecret0000000")).toThrow();
  });
});

describe("the responses in the guides", () => {
  const read = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), "utf8");

  const hasCurl = spawnSync("curl", ["--version"]).status === 0;

  it.skipIf(!hasCurl)("include the error that the mock returns to the curl of the guide", async () => {
    const script = (await read("ask-the-mock.sh")).replace("http://127.0.0.1:4010/v1", mock.url);
    const { stdout } = await promisify(execFile)("sh", ["-c", script], { env: { ...process.env, NO_PROXY: "*" } });
    const { error } = JSON.parse(await read("error.json"));
    expect(JSON.parse(stdout)).toEqual({ error: { ...error, request_id: expect.stringMatching(/^req_/) } });
  });

  it("include the envelope of a list of the mock", async () => {
    const response = await fetch(`${mock.url}/payments`, { headers: { "x-api-key": "sk_test_Example" } });
    const list = (await response.json()) as object;
    expect({ ...list, data: [] }).toEqual(JSON.parse(await read("page.json")));
  });
});
