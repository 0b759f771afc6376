import { signDelivery } from "@vinr/server";
import { millisecondsOf } from "../control/duration.js";
import { type AttemptSettings, attempt, type Outcome, type ReadyDelivery, type Sign } from "../deliveries/attempt.js";
import { hour, lastTimestamp, type Moment } from "../domain/time.js";
import type { DeliveryFault } from "./fault.js";

/**
 * The moment to which a fault postpones a delivery while everything due by a target is sent; undefined if it does not.
 */
export function postponedTo({ kind, delay }: DeliveryFault, now: Moment, target: Moment): Moment | undefined {
  // A snapshot cannot have work beyond the last timestamp.
  if (kind === "delay") return Math.min(now + millisecondsOf(delay ?? { minutes: 1 }), lastTimestamp);
  // After all that is due, and still one of those.
  return kind === "reorder" ? Math.min(now, target) : undefined;
}

/** One attempt of a delivery, which a fault strikes if there is one. */
export async function attemptWithFault(
  fault: DeliveryFault | undefined,
  ready: ReadyDelivery,
  settings: AttemptSettings,
): Promise<Outcome> {
  if (fault?.kind === "drop") return { error: timeoutMessage };
  const outcome = await attempt(ready, settings, signOf(fault));
  if (fault?.kind === "duplicate") return attempt(ready, settings);
  return fault?.kind === "response_lost" ? { error: timeoutMessage } : outcome;
}

/** The message of the signal that ends an attempt that takes too long. */
const timeoutMessage = "The operation was aborted due to timeout";

function signOf(fault: DeliveryFault | undefined): Sign | undefined {
  if (fault?.kind === "stale_timestamp") {
    return (event, { secret = "" }, world) => signDelivery(event, secret, world.now() - hour);
  }
  if (fault?.kind === "wrong_signature") {
    return (event, { secret = "" }, world) => signDelivery(event, `${secret}0`, world.now());
  }
  return undefined;
}
