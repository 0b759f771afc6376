/** A client for tests: on a scripted server, with a clock that jumps and known randomness. */
import { Vinr, type VinrOptions } from "../src/index.js";
import type { ScriptedServer } from "./scripted-server.js";
import { createTestRuntime } from "./test-runtime.js";

export const testKey = "sk_test_4eC39HqLyjWDarjtT1zdp7dc";

/** A body that `payments.create` takes. */
export const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

/** A payment, as the API returns it. */
export const payment = {
  id: "pay_1234567890",
  object: "payment",
  status: "completed",
  amount: 1000,
  currency: "EUR",
  created_at: "2026-04-15T10:30:00Z",
  metadata: {},
};

/** A client of a server, with its runtime. */
export function createTestClient(server: Pick<ScriptedServer, "url">, options: Partial<VinrOptions> = {}) {
  const runtime = createTestRuntime();
  const vinr = new Vinr({ secretKey: testKey, baseUrl: server.url, runtime, ...options });
  return { vinr, runtime };
}

/** The error that a promise rejects with; a promise that does not reject fails the test. */
export async function errorOf(promise: PromiseLike<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    () => ({ error: undefined }),
    (error: unknown) => ({ error }),
  );
  if (outcome.error === undefined) throw new Error("this should have failed, and it did not");
  return outcome.error;
}
