import type { Payment, PaymentCaptureParams, PaymentCreateParams, PaymentList } from "@vinr/types";
import type { CallOptions, WriteOptions } from "../config/call-options.js";
import * as rows from "../generated/operations.js";
import type { VinrCall } from "../request/call.js";
import { callList, callOperation } from "../request/call-operation.js";
import type { VinrListCall } from "../request/list-call.js";
import type { QueryOf } from "../request/operation-types.js";
import type { VinrCore } from "../vinr-core.js";

/** Filters and cursors for a list of payments. */
export interface PaymentListParams extends QueryOf<"listPayments"> {}

/** `vinr.payments.create` as a function. */
export function createPayment(core: VinrCore, body: PaymentCreateParams, options?: WriteOptions): VinrCall<Payment> {
  return callOperation(core, rows.createPayment, { body }, options);
}

/** `vinr.payments.retrieve` as a function. */
export function retrievePayment(core: VinrCore, id: string, options?: CallOptions): VinrCall<Payment> {
  return callOperation(core, rows.retrievePayment, { path: { id } }, options);
}

/** `vinr.payments.list` as a function. */
export function listPayments(
  core: VinrCore,
  params?: PaymentListParams,
  options?: CallOptions,
): VinrListCall<Payment, PaymentList> {
  return callList(core, rows.listPayments, { query: params }, options);
}

/** `vinr.payments.capture` as a function. */
export function capturePayment(
  core: VinrCore,
  id: string,
  body?: PaymentCaptureParams,
  options?: WriteOptions,
): VinrCall<Payment> {
  return callOperation(core, rows.capturePayment, { path: { id }, body }, options);
}

/** `vinr.payments.cancel` as a function. */
export function cancelPayment(core: VinrCore, id: string, options?: WriteOptions): VinrCall<Payment> {
  return callOperation(core, rows.cancelPayment, { path: { id } }, options);
}

/** Payments: `vinr.payments`. */
export class Payments {
  readonly #core: VinrCore;

  /** @internal */
  constructor(core: VinrCore) {
    this.#core = core;
  }

  /**
   * Creates a payment. Send the customer to its `checkoutUrl`, and fulfil the order on the event
   * `payment.completed`.
   *
   * `amount` is in the minor unit of the currency by ISO 4217: 1000 is 10.00 euro, 1000 yen or 1.000 Kuwaiti dinar.
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
    return createPayment(this.#core, body, options);
  }

  /** Retrieves a payment in its current state. */
  retrieve(id: string, options?: CallOptions): VinrCall<Payment> {
    return retrievePayment(this.#core, id, options);
  }

  /** Lists payments, newest first: await the first page, or iterate over all payments. */
  list(params?: PaymentListParams, options?: CallOptions): VinrListCall<Payment, PaymentList> {
    return listPayments(this.#core, params, options);
  }

  /** Captures an authorized payment: the full capturable amount, or `amount` of it, which releases the rest. */
  capture(id: string, body?: PaymentCaptureParams, options?: WriteOptions): VinrCall<Payment> {
    return capturePayment(this.#core, id, body, options);
  }

  /** Cancels a payment that has not been captured, and releases the authorized amount. */
  cancel(id: string, options?: WriteOptions): VinrCall<Payment> {
    return cancelPayment(this.#core, id, options);
  }
}
