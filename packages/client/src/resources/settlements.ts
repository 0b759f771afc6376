import type { Settlement, SettlementList, SettlementTransaction, SettlementTransactionList } from "@vinr/types";
import type { VinrCall } from "../call.js";
import type { CallOptions } from "../call-options.js";
import type { VinrCore } from "../core.js";
import * as rows from "../generated/operations.js";
import { operate, operateList } from "../operate.js";
import type { QueryOf } from "../operation-types.js";
import type { VinrListCall } from "../pagination.js";

/** Which settlements to list. */
export interface SettlementListParams extends QueryOf<"listSettlements"> {}

/** Which of a settlement's transactions to list. */
export interface SettlementTransactionListParams extends QueryOf<"listSettlementTransactions"> {}

/** `vinr.settlements.list` as a function. */
export function listSettlements(
  core: VinrCore,
  params?: SettlementListParams,
  options?: CallOptions,
): VinrListCall<Settlement, SettlementList> {
  return operateList(core, rows.listSettlements, { query: params }, options);
}

/** `vinr.settlements.retrieve` as a function. */
export function retrieveSettlement(core: VinrCore, id: string, options?: CallOptions): VinrCall<Settlement> {
  return operate(core, rows.retrieveSettlement, { path: { id } }, options);
}

/** `vinr.settlements.listTransactions` as a function. */
export function listSettlementTransactions(
  core: VinrCore,
  id: string,
  params?: SettlementTransactionListParams,
  options?: CallOptions,
): VinrListCall<SettlementTransaction, SettlementTransactionList> {
  return operateList(core, rows.listSettlementTransactions, { path: { id }, query: params }, options);
}

/** Settlements: `vinr.settlements`. */
export class Settlements {
  readonly #core: VinrCore;

  /** @internal */
  constructor(core: VinrCore) {
    this.#core = core;
  }

  /** Lists settlements, the newest first: await the first page, or iterate over all settlements. */
  list(params?: SettlementListParams, options?: CallOptions): VinrListCall<Settlement, SettlementList> {
    return listSettlements(this.#core, params, options);
  }

  /** Retrieves a settlement as it stands now. */
  retrieve(id: string, options?: CallOptions): VinrCall<Settlement> {
    return retrieveSettlement(this.#core, id, options);
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
    return listSettlementTransactions(this.#core, id, params, options);
  }
}
