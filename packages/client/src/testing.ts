/**
 * For tests of code that calls VINR: a fake API in the process, typed by operation, with fault injection and a virtual clock.
 *
 * @packageDocumentation
 */

import { Vinr, type VinrOptions } from "./index.js";
import { FakeApi, type FakeApiOptions } from "./testing/fake-api.js";
import { VirtualClock } from "./testing/virtual-clock.js";

export { createDelivery, type DeliveryOptions, type ResourceOf, type TestDelivery } from "./testing/delivery.js";
export { FakeApi, type FakeApiOptions } from "./testing/fake-api.js";
export type { ErrorDetails, OperationScript, RawOptions, ScriptOptions } from "./testing/operation-script.js";
export type { ExampleName, RecordedCall } from "./testing/responses.js";
export { VirtualClock, type VirtualClockOptions } from "./testing/virtual-clock.js";
export { signPayload } from "./webhooks/sign-payload.js";

/** A client with its fake API and its clock. */
export interface TestKit {
  readonly vinr: Vinr;
  readonly api: FakeApi;
  readonly clock: VirtualClock;
}

/** The options of a test kit: those of its client and of its fake API, and a clock. */
export interface TestKitOptions extends Partial<VinrOptions>, FakeApiOptions {
  /** Default: a clock that starts now and jumps over every wait. */
  readonly clock?: VirtualClock | undefined;
}

/**
 * Creates a client on a fake API and a virtual clock: retries and timeouts take no real time.
 *
 * @example
 * const { vinr, api, clock } = createTestKit();
 * api.on("createPayment").timeout().rateLimited({ retryAfter: 7 });
 * const { attempts } = await vinr.payments.create(order).withResponse(); // 3
 * api.callsOf("createPayment")[0]?.body.amount;
 */
export function createTestKit(options: TestKitOptions = {}): TestKit {
  const { clock = new VirtualClock(), validateRequests, ...rest } = options;
  const api = new FakeApi(clock, { validateRequests });
  // An option that is undefined must not let a test reach the network, or wait for real.
  const { secretKey = "sk_test_FakeApiNoSecret", fetch = api.fetch, runtime = clock } = rest;
  const vinr = new Vinr({ ...rest, secretKey, fetch, runtime });
  return { vinr, api, clock };
}
