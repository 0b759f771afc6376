import { apiError, type Dispute, type Payment } from "@vinr/server";
import { type Decision, type DecisionContext, eventChange } from "./decision.js";
import { holdEntry, releaseEntry } from "./ledger.js";
import { timestampOf } from "./time.js";

/** The most disputes of one payment: each request about its money reads all of its disputes. */
const mostDisputes = 100;

/** The amount of a payment that disputes hold, or have taken. The amount of a won dispute has come back. */
export function amountInDispute(disputes: readonly Dispute[]): number {
  return disputes.filter(({ status }) => status !== "won").reduce((sum, { amount }) => sum + amount, 0);
}

/**
 * The customer objects to a payment: the amount that was not refunded, and is in no other dispute, is held.
 *
 * @throws {ApiError} `payment_not_refundable` if nothing was captured, nothing of it is left, or it was disputed too
 *   often.
 */
export function openDispute(
  payment: Payment,
  earlier: readonly Dispute[],
  context: DecisionContext,
): Decision<Dispute> {
  const { id, currency, amountCaptured = 0, amountRefunded = 0 } = payment;
  const amount = amountCaptured - amountRefunded - amountInDispute(earlier);
  if (amount <= 0) throw apiError("payment_not_refundable", { resource: id, message: "Nothing is left to dispute." });
  if (earlier.length >= mostDisputes) {
    const message = `A payment is disputed ${mostDisputes} times at most.`;
    throw apiError("payment_not_refundable", { resource: id, message });
  }
  const dispute: Dispute = {
    id: context.newId("dp"),
    object: "dispute",
    payment: id,
    amount,
    currency,
    status: "open",
    created_at: timestampOf(context.now),
  };
  return {
    result: dispute,
    changes: [
      { kind: "dispute", object: dispute },
      { kind: "entry", entry: holdEntry(dispute.id, currency, amount) },
      eventChange("dispute.opened", dispute, context),
    ],
  };
}

/** The bank decides. A dispute is resolved once. */
export function resolveDispute(dispute: Dispute, isWon: boolean, context: DecisionContext): Decision<Dispute> {
  const { id, currency, amount, status } = dispute;
  if (status !== "open") throw new Error(`${id} is ${status} already.`);
  const resolved: Dispute = { ...dispute, status: isWon ? "won" : "lost" };
  return {
    result: resolved,
    changes: [
      { kind: "dispute", object: resolved },
      { kind: "entry", entry: releaseEntry(id, currency, amount, isWon) },
      eventChange("dispute.resolved", resolved, context),
    ],
  };
}
