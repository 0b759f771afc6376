import type { Payment, PaymentCaptureParams, PaymentCreateParams, PaymentList } from "@vinr/types";
import type { VinrCall } from "../call.js";
import type { CallOptions, WriteOptions } from "../call-options.js";
import { operate, operateList } from "../operate.js";
import type { QueryOf } from "../operation-types.js";
import type { VinrListCall } from "../pagination.js";
import type { Core } from "../send.js";

/** Which payments to list. */
export interface PaymentListParams extends QueryOf<"listPayments"> {}

/** Payments: `vinr.payments`. */
export class Payments {
  readonly #core: Core;

  /** @internal */
  constructor(core: Core) {
    this.#core = core;
  }

  /**
   * Creates a payment. Send the customer to its `checkoutUrl`; fulfil on the event `payment.completed`.
   *
   * `amount` is in the minor unit of the currency: 1000 with EUR is 10.00 euro.
   *
   * @example
   * const payment = await vinr.payments.create({
   *   amount: 1000,
   *   currency: "EUR",
   *   returnUrl: "https://shop.example/return",
   * });
   * @throws {VinrError}
   */
  create(body: PaymentCreateParams, options?: WriteOptions): VinrCall<Payment> {
    return operate(this.#core, "createPayment", { body }, options);
  }

  /** Retrieves a payment as it stands now. */
  retrieve(id: string, options?: CallOptions): VinrCall<Payment> {
    return operate(this.#core, "retrievePayment", { path: { id } }, options);
  }

  /** Lists payments, the newest first: await the first page, or iterate over all payments. */
  list(params?: PaymentListParams, options?: CallOptions): VinrListCall<Payment, PaymentList> {
    return operateList(this.#core, "listPayments", { query: params }, options);
  }

  /** Captures an authorized payment: all that is capturable, or `amount` of it, which releases the rest. */
  capture(id: string, body?: PaymentCaptureParams, options?: WriteOptions): VinrCall<Payment> {
    return operate(this.#core, "capturePayment", { path: { id }, body }, options);
  }

  /** Cancels a payment that was not captured, and releases what was authorized. */
  cancel(id: string, options?: WriteOptions): VinrCall<Payment> {
    return operate(this.#core, "cancelPayment", { path: { id } }, options);
  }
}
