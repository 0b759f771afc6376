import type { Settlement, SettlementList, SettlementTransaction, SettlementTransactionList } from "@vinr/types";
import type { VinrCall } from "../call.js";
import type { CallOptions } from "../call-options.js";
import { operate, operateList } from "../operate.js";
import type { QueryOf } from "../operation-types.js";
import type { VinrListCall } from "../pagination.js";
import type { Core } from "../send.js";

/** Which settlements to list. */
export interface SettlementListParams extends QueryOf<"listSettlements"> {}

/** Which of a settlement's transactions to list. */
export interface SettlementTransactionListParams extends QueryOf<"listSettlementTransactions"> {}

/** Settlements: `vinr.settlements`. */
export class Settlements {
  readonly #core: Core;

  /** @internal */
  constructor(core: Core) {
    this.#core = core;
  }

  /** Lists settlements, the newest first: await the first page, or iterate over all settlements. */
  list(params?: SettlementListParams, options?: CallOptions): VinrListCall<Settlement, SettlementList> {
    return operateList(this.#core, "listSettlements", { query: params }, options);
  }

  /** Retrieves a settlement as it stands now. */
  retrieve(id: string, options?: CallOptions): VinrCall<Settlement> {
    return operate(this.#core, "retrieveSettlement", { path: { id } }, options);
  }

  /**
   * Lists a settlement's transactions, which add up to its own figures to the cent.
   *
   * @example
   * let net = 0;
   * for await (const transaction of vinr.settlements.listTransactions("setl_3kQ9xZ")) net += transaction.net;
   */
  listTransactions(
    id: string,
    params?: SettlementTransactionListParams,
    options?: CallOptions,
  ): VinrListCall<SettlementTransaction, SettlementTransactionList> {
    return operateList(this.#core, "listSettlementTransactions", { path: { id }, query: params }, options);
  }
}
