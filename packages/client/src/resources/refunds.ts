import type { Refund, RefundCreateParams, RefundList } from "@vinr/types";
import type { CallOptions, WriteOptions } from "../config/call-options.js";
import * as rows from "../generated/operations.js";
import type { VinrCall } from "../request/call.js";
import { callList, callOperation } from "../request/call-operation.js";
import type { VinrListCall } from "../request/list-call.js";
import type { QueryOf } from "../request/operation-types.js";
import type { VinrCore } from "../vinr-core.js";

/** Filters and cursors for a list of refunds; `payment` selects the refunds of one payment. */
export interface RefundListParams extends QueryOf<"listRefunds"> {}

/** `vinr.refunds.create` as a function. */
export function createRefund(core: VinrCore, body: RefundCreateParams, options?: WriteOptions): VinrCall<Refund> {
  return callOperation(core, rows.createRefund, { body }, options);
}

/** `vinr.refunds.retrieve` as a function. */
export function retrieveRefund(core: VinrCore, id: string, options?: CallOptions): VinrCall<Refund> {
  return callOperation(core, rows.retrieveRefund, { path: { id } }, options);
}

/** `vinr.refunds.list` as a function. */
export function listRefunds(
  core: VinrCore,
  params?: RefundListParams,
  options?: CallOptions,
): VinrListCall<Refund, RefundList> {
  return callList(core, rows.listRefunds, { query: params }, options);
}

/** Refunds: `vinr.refunds`. */
export class Refunds {
  readonly #core: VinrCore;

  /** @internal */
  constructor(core: VinrCore) {
    this.#core = core;
  }

  /**
   * Refunds a completed payment: the remaining amount, or `amount` of it, in the minor unit of the payment's currency.
   *
   * @example
   * const refund = await vinr.refunds.create({ payment: "pay_7rP1gS0bY", amount: 4999 });
   * @throws {VinrError}
   */
  create(body: RefundCreateParams, options?: WriteOptions): VinrCall<Refund> {
    return createRefund(this.#core, body, options);
  }

  /** Retrieves a refund in its current state. */
  retrieve(id: string, options?: CallOptions): VinrCall<Refund> {
    return retrieveRefund(this.#core, id, options);
  }

  /** Lists refunds, newest first: await the first page, or iterate over all refunds. */
  list(params?: RefundListParams, options?: CallOptions): VinrListCall<Refund, RefundList> {
    return listRefunds(this.#core, params, options);
  }
}
