import { type Event, signDelivery } from "@vinr/server";

/** The seconds to wait before each retry: 1 minute, 5 minutes, 30 minutes, 2 hours and 24 hours. */
const waits = [60, 300, 1800, 7200, 86_400];

export interface Subscription {
  readonly url: string;
  /** One secret; two while it rotates, and each is enough for the receiver. */
  readonly secrets: readonly string[];
}

export type DeliveryOutcome =
  | { readonly kind: "delivered" | "failed" }
  | { readonly kind: "retry"; readonly afterSeconds: number };

/** Delivers an event once, and says what to do next. The first attempt is number 1. */
export async function deliverEvent(event: Event, to: Subscription, attempt: number): Promise<DeliveryOutcome> {
  if (await isReceived(event, to)) return { kind: "delivered" };
  const afterSeconds = waits[attempt - 1];
  return afterSeconds === undefined ? { kind: "failed" } : { kind: "retry", afterSeconds };
}

async function isReceived(event: Event, { url, secrets }: Subscription): Promise<boolean> {
  // Signed for each attempt: receivers reject a timestamp that is more than 300 seconds old.
  const { body, headers } = await signDelivery(event, secrets);
  const signal = AbortSignal.timeout(5000);
  try {
    // A redirect could lead into your own network, where the address of the endpoint was checked.
    const response = await fetch(url, { method: "POST", body, headers, redirect: "error", signal });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
