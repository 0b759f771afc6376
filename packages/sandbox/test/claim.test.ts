/** How long other senders wait for the one that has claimed a delivery. */
import { expect, it, onTestFinished, vi } from "vitest";
import { ClaimWatch } from "../src/deliveries/claim.js";

it("a claim is believed as long as its sender may be at work: until the attempt has begun, has a response, and its body", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const delivery = {
    id: "dlv_1",
    event: "evt_1",
    endpoint: "we_1",
    status: "pending",
    attempts: [],
    claim: "other",
  } as const;
  const watch = new ClaimWatch("own");
  const start = Date.now();
  while (watch.isTaken(delivery)) {
    const waited = watch.wait(delivery);
    await vi.runAllTimersAsync();
    await waited;
  }
  const longest = 2_000 + 5_000 + 1_000;
  expect(Date.now() - start).toBeGreaterThanOrEqual(longest);
  expect(Date.now() - start).toBeLessThan(longest + 500);
});
