import type { Dispute, Event, NewPayment, Refund } from "@vinr/server";
import type { ClockAdvanceCreateParams } from "../../generated/types.js";
import type { Connection } from "./connection.js";

/** Everyone who acts in one account: the merchant, the customer, the bank and time. */
export class Cast {
  readonly #connection: Connection;
  /** How far the clock was moved, in words; undefined if it was not. */
  moved: string | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async createPayment(settings: { readonly capture?: boolean } = {}): Promise<string> {
    const body = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return", ...settings };
    return (await this.#connection.postToApi<NewPayment>("/payments", body)).id;
  }

  async pay(payment: string, card = "4242424242424242"): Promise<void> {
    await this.#connection.post(`/payments/${payment}/card-payments`, { card });
  }

  async createPaid(): Promise<string> {
    const payment = await this.createPayment();
    await this.pay(payment);
    return payment;
  }

  async cancel(payment: string): Promise<void> {
    await this.#connection.postToApi(`/payments/${payment}/cancel`);
  }

  async refund(payment: string): Promise<string> {
    return (await this.#connection.postToApi<Refund>("/refunds", { payment })).id;
  }

  async failNextRefund(): Promise<void> {
    await this.#connection.post("/refund-failures");
  }

  async openDispute(payment: string): Promise<string> {
    return (await this.#connection.post<Dispute>("/disputes", { payment })).id;
  }

  async resolveDispute(dispute: string): Promise<void> {
    await this.#connection.post(`/disputes/${dispute}/resolutions`, { outcome: "won" });
  }

  async advance(duration: ClockAdvanceCreateParams, inWords: string): Promise<void> {
    await this.#connection.post("/clock/advances", duration);
    this.moved = inWords;
  }
}

/** Makes one event happen, and returns the object that it is about; undefined if time makes the object. */
type Recipe = (cast: Cast) => Promise<string | undefined>;

/** How each event comes about: by acts of the merchant, the customer, the bank and time, as always. */
export const recipes: Readonly<Record<Event["type"], Recipe>> = {
  "payment.created": (cast) => cast.createPayment(),
  "payment.authorized": async (cast) => {
    const payment = await cast.createPayment({ capture: false });
    await cast.pay(payment);
    return payment;
  },
  "payment.completed": (cast) => cast.createPaid(),
  "payment.failed": async (cast) => {
    const payment = await cast.createPayment();
    await cast.pay(payment, "4000000000000002");
    return payment;
  },
  "payment.cancelled": async (cast) => {
    const payment = await cast.createPayment();
    await cast.cancel(payment);
    return payment;
  },
  "payment.expired": async (cast) => {
    const payment = await cast.createPayment();
    await cast.advance({ hours: 24 }, "24 hours, after which a checkout expires");
    return payment;
  },
  "refund.created": async (cast) => cast.refund(await cast.createPaid()),
  "refund.completed": async (cast) => {
    const refund = await cast.refund(await cast.createPaid());
    await cast.advance({ hours: 1 }, "an hour, after which a refund succeeds");
    return refund;
  },
  "refund.failed": async (cast) => {
    const refund = await cast.refund(await cast.createPaid());
    await cast.failNextRefund();
    await cast.advance({ hours: 1 }, "an hour, after which a refund finishes");
    return refund;
  },
  "dispute.opened": async (cast) => cast.openDispute(await cast.createPaid()),
  "dispute.resolved": async (cast) => {
    const dispute = await cast.openDispute(await cast.createPaid());
    await cast.resolveDispute(dispute);
    return dispute;
  },
  "settlement.completed": async (cast) => {
    await cast.createPaid();
    await cast.advance({ days: 3 }, "three days: a settlement is made at midnight in UTC, and paid two days later");
    return undefined;
  },
};
