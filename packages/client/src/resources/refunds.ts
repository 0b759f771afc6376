import type { Refund, RefundCreateParams, RefundList } from "@vinr/types";
import type { VinrCall } from "../call.js";
import type { CallOptions, WriteOptions } from "../call-options.js";
import { operate, operateList } from "../operate.js";
import type { QueryOf } from "../operation-types.js";
import type { VinrListCall } from "../pagination.js";
import type { Core } from "../send.js";

/** Which refunds to list; with `payment`, those of one payment. */
export interface RefundListParams extends QueryOf<"listRefunds"> {}

/** Refunds: `vinr.refunds`. */
export class Refunds {
  readonly #core: Core;

  /** @internal */
  constructor(core: Core) {
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
    return operate(this.#core, "createRefund", { body }, options);
  }

  /** Retrieves a refund as it stands now. */
  retrieve(id: string, options?: CallOptions): VinrCall<Refund> {
    return operate(this.#core, "retrieveRefund", { path: { id } }, options);
  }

  /** Lists refunds, the newest first: await the first page, or iterate over all refunds. */
  list(params?: RefundListParams, options?: CallOptions): VinrListCall<Refund, RefundList> {
    return operateList(this.#core, "listRefunds", { query: params }, options);
  }
}
