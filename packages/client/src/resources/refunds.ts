import type { Refund, RefundCreateParams, RefundList } from "@vinr/types";
import type { VinrCall } from "../call.js";
import type { CallOptions, WriteOptions } from "../call-options.js";
import type { VinrCore } from "../core.js";
import * as rows from "../generated/operations.js";
import { operate, operateList } from "../operate.js";
import type { QueryOf } from "../operation-types.js";
import type { VinrListCall } from "../pagination.js";

/** Which refunds to list; with `payment`, those of one payment. */
export interface RefundListParams extends QueryOf<"listRefunds"> {}

/** `vinr.refunds.create` as a function. */
export function createRefund(core: VinrCore, body: RefundCreateParams, options?: WriteOptions): VinrCall<Refund> {
  return operate(core, rows.createRefund, { body }, options);
}

/** `vinr.refunds.retrieve` as a function. */
export function retrieveRefund(core: VinrCore, id: string, options?: CallOptions): VinrCall<Refund> {
  return operate(core, rows.retrieveRefund, { path: { id } }, options);
}

/** `vinr.refunds.list` as a function. */
export function listRefunds(
  core: VinrCore,
  params?: RefundListParams,
  options?: CallOptions,
): VinrListCall<Refund, RefundList> {
  return operateList(core, rows.listRefunds, { query: params }, options);
}

/** Refunds: `vinr.refunds`. */
export class Refunds {
  readonly #core: VinrCore;

  /** @internal */
  constructor(core: VinrCore) {
    this.#core = core;
  }

  /**
   * Refunds a completed payment: all that is left, or `amount` of it, in the minor unit of the payment's currency.
   *
   * @example
   * const refund = await vinr.refunds.create({ payment: "pay_7rP1gS0bY", amount: 4999 });
   * @throws {VinrError}
   */
  create(body: RefundCreateParams, options?: WriteOptions): VinrCall<Refund> {
    return createRefund(this.#core, body, options);
  }

  /** Retrieves a refund as it stands now. */
  retrieve(id: string, options?: CallOptions): VinrCall<Refund> {
    return retrieveRefund(this.#core, id, options);
  }

  /** Lists refunds, the newest first: await the first page, or iterate over all refunds. */
  list(params?: RefundListParams, options?: CallOptions): VinrListCall<Refund, RefundList> {
    return listRefunds(this.#core, params, options);
  }
}
