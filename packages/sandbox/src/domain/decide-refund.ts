import { apiError, type Dispute, type OperationRequest, type Payment, type Refund } from "@vinr/server";
import { amountInDispute } from "./decide-dispute.js";
import { type Decision, type DecisionContext, eventChange } from "./decision.js";
import { refundEntry } from "./ledger.js";
import { hour, timestampOf } from "./time.js";

type RefundCreateParams = OperationRequest<"createRefund">["body"];

/** The most refunds that can be made to fail. */
export const maxFailingRefunds = 1_000_000;

/** How long a refund is on its way to the customer. */
const refundDuration = hour;

/**
 * Creates a refund of a payment. Its amount counts as refunded from now on, so two refunds cannot share it. An amount
 * that a dispute holds, or that was lost in one, cannot be refunded.
 *
 * @throws {ApiError} `payment_not_refundable` or `amount_too_large`.
 */
export function createRefund(
  payment: Payment,
  { params, disputes }: { readonly params: RefundCreateParams; readonly disputes: readonly Dispute[] },
  context: DecisionContext,
): Decision<Refund> {
  const { id: paymentId, status, currency, amountCaptured = 0, amountRefunded = 0 } = payment;
  if (status !== "completed") throw apiError("payment_not_refundable", { resource: paymentId });
  const left = amountCaptured - amountRefunded - amountInDispute(disputes);
  const { amount = left, reason, metadata = {} } = params;
  if (amount > left || left <= 0) {
    const message = left <= 0 ? "Nothing is left to refund." : `At most ${left} can be refunded, not ${amount}.`;
    throw apiError("amount_too_large", { resource: paymentId, param: "amount", message });
  }
  const refund: Refund = {
    id: context.newId("re"),
    object: "refund",
    payment: paymentId,
    amount,
    currency,
    status: "pending",
    ...(reason === undefined ? {} : { reason }),
    metadata,
    created_at: timestampOf(context.now),
  };
  return {
    result: refund,
    changes: [
      { kind: "payment", object: { ...payment, amountRefunded: amountRefunded + amount } },
      { kind: "refund", object: refund },
      { kind: "due", work: { kind: "refund", subject: refund.id, at: context.now + refundDuration } },
      eventChange("refund.created", refund, context),
    ],
  };
}

/** The refund reached the customer, or failed: then its amount can be refunded again. */
export function finishRefund(
  refund: Refund,
  payment: Payment,
  hasFailed: boolean,
  context: DecisionContext,
): Decision<Refund> {
  const finished: Refund = { ...refund, status: hasFailed ? "failed" : "succeeded" };
  if (hasFailed) {
    const amountRefunded = (payment.amountRefunded ?? 0) - refund.amount;
    return {
      result: finished,
      changes: [
        { kind: "refund", object: finished },
        { kind: "payment", object: { ...payment, amountRefunded } },
        eventChange("refund.failed", finished, context),
      ],
    };
  }
  return {
    result: finished,
    changes: [
      { kind: "refund", object: finished },
      { kind: "entry", entry: refundEntry(refund.id, refund.currency, refund.amount) },
      eventChange("refund.completed", finished, context),
    ],
  };
}
