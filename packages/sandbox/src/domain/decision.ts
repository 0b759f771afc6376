import type { Dispute, Event, Payment, Refund, Settlement, SettlementTransaction, WebhookEndpoint } from "@vinr/server";
import type { Checkout } from "./checkout.js";
import type { Delivery } from "./delivery.js";
import type { LedgerEntry } from "./ledger.js";
import type { RestrictedKey } from "./restricted-key.js";
import { type Moment, timestampOf } from "./time.js";

/** Work that falls due at a moment of the account's clock. */
export interface DueWork {
  readonly kind: "authorization_expiry" | "checkout_expiry" | "delivery" | "payout" | "refund" | "settlement";
  /** The payment, refund, settlement or delivery; for a run of settlements, the end of its period. */
  readonly subject: string;
  readonly at: Moment;
}

/** One effect of a decision. The store carries out all of them, or none. */
export type Change =
  | { readonly kind: "payment"; readonly object: Payment }
  | { readonly kind: "checkout"; readonly object: Checkout }
  | { readonly kind: "refund"; readonly object: Refund }
  | { readonly kind: "restricted_key"; readonly object: RestrictedKey }
  | { readonly kind: "dispute"; readonly object: Dispute }
  | { readonly kind: "webhook_endpoint"; readonly object: WebhookEndpoint }
  | { readonly kind: "webhook_endpoint_deleted"; readonly id: string }
  | {
      readonly kind: "settlement";
      readonly object: Settlement;
      readonly transactions: readonly SettlementTransaction[];
    }
  | { readonly kind: "event"; readonly event: Event }
  | { readonly kind: "delivery"; readonly object: Delivery }
  | { readonly kind: "entry"; readonly entry: LedgerEntry }
  | { readonly kind: "due"; readonly work: DueWork }
  | { readonly kind: "done"; readonly work: Omit<DueWork, "at"> };

/** The time of a decision, and ids for the objects that it makes. */
export interface DecisionContext {
  readonly now: Moment;
  /** A new id, such as `pay_…` for `pay`. */
  readonly newId: (prefix: IdPrefix) => string;
}

export type IdPrefix = "btx" | "dp" | "evt" | "pay" | "po" | "re" | "rkey" | "setl" | "we" | "whsec";

/** The object that a command was about, as it is now, and all that changed with it. */
export interface Decision<Result> {
  readonly result: Result;
  readonly changes: readonly Change[];
}

type ObjectOf<Type extends Event["type"]> = Extract<Event, { type: Type }>["data"]["object"];

/** An event about an object as it is now. */
export function eventChange<Type extends Event["type"]>(
  type: Type,
  object: ObjectOf<Type>,
  { now, newId }: DecisionContext,
): Change {
  const event = { id: newId("evt"), object: "event", type, created_at: timestampOf(now), data: { object } };
  // The signature keeps type and object together, but TypeScript cannot follow that into a union of events.
  return { kind: "event", event: event as unknown as Event };
}
