/**
 * A reference model of the sandbox: the same rules, said a second time and without a store, an API or events. Money is kept as
 * plain sums, so that it can be compared with the ledger.
 */

const hour = 3_600_000;
const day = 24 * hour;

export interface ModelPayment {
  status: string;
  readonly amount: number;
  readonly capture: boolean;
  /** When the checkout or the authorization expires. */
  expiresAt: number;
  captured: number;
  refunded: number;
}

export interface ModelRefund {
  readonly payment: number;
  readonly amount: number;
  readonly finishesAt: number;
  status: string;
}

export interface ModelDispute {
  readonly payment: number;
  readonly amount: number;
  status: string;
}

/** The code of an error, or the state that follows. */
export type Outcome = { readonly error: string } | { readonly status: string };

export class Model {
  now = 0;
  readonly payments: ModelPayment[] = [];
  readonly refunds: ModelRefund[] = [];
  readonly disputes: ModelDispute[] = [];
  failingRefunds = 0;
  /** The merchant's balance: captures without their fees, less refunds and disputes. */
  balance = 0;

  create(amount: number, capture: boolean): void {
    const expiresAt = this.now + day;
    this.payments.push({ status: "pending", amount, capture, expiresAt, captured: 0, refunded: 0 });
  }

  /** Undefined where the checkout has nothing to pay. */
  pay(index: number, card: "challenge" | "decline" | "succeed"): Outcome | undefined {
    const payment = this.#payment(index);
    if (payment.status !== "pending" && payment.status !== "requires_authentication") return undefined;
    if (card === "challenge" && payment.status !== "pending") return undefined;
    if (card === "challenge") payment.status = "requires_authentication";
    else if (card === "decline") payment.status = "failed";
    else if (payment.capture) this.#capture(payment, payment.amount);
    else {
      payment.status = "authorized";
      payment.expiresAt = this.now + 7 * day;
    }
    return { status: payment.status };
  }

  capture(index: number, amount: number | undefined): Outcome {
    const payment = this.#payment(index);
    if (payment.status === "completed") return { error: "already_captured" };
    if (payment.status !== "authorized") return { error: "payment_not_capturable" };
    if (amount !== undefined && amount > payment.amount) return { error: "amount_too_large" };
    this.#capture(payment, amount ?? payment.amount);
    return { status: payment.status };
  }

  cancel(index: number): Outcome {
    const payment = this.#payment(index);
    if (payment.status === "completed") return { error: "already_captured" };
    if (!["pending", "requires_authentication", "authorized"].includes(payment.status)) {
      return { error: "payment_not_cancellable" };
    }
    payment.status = "cancelled";
    return { status: payment.status };
  }

  refund(index: number, wanted: number | undefined): Outcome {
    const payment = this.#payment(index);
    if (payment.status !== "completed") return { error: "payment_not_refundable" };
    const left = this.#left(index);
    const amount = wanted ?? left;
    if (amount > left || left === 0) return { error: "amount_too_large" };
    payment.refunded += amount;
    this.refunds.push({ payment: index, amount, finishesAt: this.now + hour, status: "pending" });
    return { status: "pending" };
  }

  dispute(index: number): Outcome {
    const amount = this.#left(index);
    if (amount <= 0) return { error: "payment_not_refundable" };
    this.balance -= amount;
    this.disputes.push({ payment: index, amount, status: "open" });
    return { status: "open" };
  }

  resolve(index: number, outcome: "lost" | "won"): void {
    const dispute = this.disputes[index] as ModelDispute;
    dispute.status = outcome;
    if (outcome === "won") this.balance += dispute.amount;
  }

  advance(duration: number): void {
    this.now += duration;
    for (const payment of this.payments) {
      const waits = ["pending", "requires_authentication", "authorized"].includes(payment.status);
      if (waits && payment.expiresAt <= this.now) payment.status = "expired";
    }
    for (const refund of this.refunds)
      if (refund.status === "pending" && refund.finishesAt <= this.now) this.#finish(refund);
  }

  /** The amount that can be refunded or disputed. */
  #left(index: number): number {
    const { captured, refunded } = this.#payment(index);
    const disputed = this.disputes.filter(({ payment, status }) => payment === index && status !== "won");
    return disputed.reduce((left, { amount }) => left - amount, captured - refunded);
  }

  #payment(index: number): ModelPayment {
    return this.payments[index] as ModelPayment;
  }

  #capture(payment: ModelPayment, amount: number): void {
    payment.status = "completed";
    payment.captured = amount;
    this.balance += amount - (Math.round((amount * 14) / 1000) + 20);
  }

  #finish(refund: ModelRefund): void {
    if (this.failingRefunds > 0) {
      this.failingRefunds -= 1;
      refund.status = "failed";
      this.#payment(refund.payment).refunded -= refund.amount;
    } else {
      refund.status = "succeeded";
      this.balance -= refund.amount;
    }
  }
}
