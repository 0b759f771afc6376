/**
 * Checks of the built package on every runtime: `node test/smoke.mjs`, also under Bun, Deno, workerd and in a
 * page. It imports nothing but the package, and needs no network: the test kit responds.
 */
import { constructEventFromRequest, createPayment, isVinrApiError, Vinr, VinrCore } from "@vinr/client";
import { createDelivery, createTestKit } from "@vinr/client/testing";
import { constructEvent } from "@vinr/client/webhooks";

const order = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
const secret = "whsec_ExampleOnlyNotASecret0000";
// Browsers are rejected by default. This key is not a real one.
const options = { dangerouslyAllowBrowser: true };

/** Each name with what should hold. Without `node:crypto`, what needs it is left out and named. */
const checks = {
  async "creates a payment"() {
    return (await createTestKit(options).vinr.payments.create(order)).id === "pay_1234567890";
  },
  async "retries with one key"() {
    const { vinr, api } = createTestKit(options);
    api.on("createPayment").reset().rateLimited().timeout();
    const { attempts, idempotencyKey } = await vinr.payments.create(order, { maxRetries: 3 }).withResponse();
    return attempts === 4 && api.calls.every((call) => call.idempotencyKey === idempotencyKey);
  },
  async "throws typed errors"() {
    const { vinr, api } = createTestKit(options);
    api.on("createPayment").example("cardDeclined");
    const error = await vinr.payments.create(order).catch((reason) => reason);
    return isVinrApiError(error, "card_declined") && error.status === 402;
  },
  async "iterates over a list"() {
    let count = 0;
    for await (const _ of createTestKit(options).vinr.payments.list()) count++;
    return count > 0;
  },
  async "calls by path"() {
    const { vinr } = createTestKit(options);
    const { data } = await vinr.http.GET("/payments/{id}", { params: { path: { id: "pay_1" } } });
    return data?.object === "payment";
  },
  async "calls as a function"() {
    const { api } = createTestKit(options);
    const core = new VinrCore({ secretKey: "sk_test_1", fetch: api.fetch, ...options });
    return (await createPayment(core, order)).object === "payment";
  },
  async "rejects a key of another kind"() {
    try {
      new Vinr({ secretKey: "pk_test_1", ...options });
      return false;
    } catch (error) {
      return error.code === "invalid_option";
    }
  },
  async "verifies a webhook without node:crypto"() {
    const body = '{"id":"evt_1","type":"payment.completed"}';
    // printf '1776249072.%s' "$body" | openssl dgst -sha256 -hmac whsec_ExampleOnlyNotASecret0000
    const headers = {
      "x-vinr-timestamp": "1776249072",
      "x-vinr-signature": "v1=732e4961b542ee2a03d015edc3e6fc7a6a08740de7f611d4e4dfabf780ba4580",
    };
    const request = new Request("https://shop.example", { method: "POST", body, headers });
    return (await constructEventFromRequest(request, secret, { now: () => 1776249072_000 })).id === "evt_1";
  },
};

const hasNodeCrypto = globalThis.process?.getBuiltinModule?.("node:crypto") !== undefined;
if (hasNodeCrypto) {
  checks["verifies a webhook, sync"] = async () => {
    const { body, headers } = createDelivery("payment.completed", { secret });
    const event = constructEvent(body, headers["x-vinr-signature"], headers["x-vinr-timestamp"], secret);
    return event.type === "payment.completed";
  };
}

/** Runs all checks and returns the names of those that failed. */
export async function smoke() {
  const failed = [];
  for (const [name, check] of Object.entries(checks)) {
    const outcome = await check().catch((error) => error);
    if (outcome !== true) failed.push(`${name}: ${outcome}`);
  }
  return { passed: Object.keys(checks).length - failed.length, failed, hasNodeCrypto };
}

if (globalThis.process?.argv?.[1]?.endsWith("smoke.mjs")) {
  const result = await smoke();
  console.log(JSON.stringify(result));
  if (result.failed.length > 0) globalThis.process.exitCode = 1;
}
