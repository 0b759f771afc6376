import type { Settlement, SettlementList, SettlementTransaction, SettlementTransactionList } from "@vinr/types";
import type { CallOptions } from "../config/call-options.js";
import * as rows from "../generated/operations.js";
import type { VinrCall } from "../request/call.js";
import { callList, callOperation } from "../request/call-operation.js";
import type { VinrListCall } from "../request/list-call.js";
import type { QueryOf } from "../request/operation-types.js";
import type { VinrCore } from "../vinr-core.js";

/** Filters and cursors for a list of settlements. */
export interface SettlementListParams extends QueryOf<"listSettlements"> {}

/** Filters and cursors for a list of a settlement's transactions. */
export interface SettlementTransactionListParams extends QueryOf<"listSettlementTransactions"> {}

/** `vinr.settlements.list` as a function. */
export function listSettlements(
  core: VinrCore,
  params?: SettlementListParams,
  options?: CallOptions,
): VinrListCall<Settlement, SettlementList> {
  return callList(core, rows.listSettlements, { query: params }, options);
}

/** `vinr.settlements.retrieve` as a function. */
export function retrieveSettlement(core: VinrCore, id: string, options?: CallOptions): VinrCall<Settlement> {
  return callOperation(core, rows.retrieveSettlement, { path: { id } }, options);
}

/** `vinr.settlements.listTransactions` as a function. */
export function listSettlementTransactions(
  core: VinrCore,
  id: string,
  params?: SettlementTransactionListParams,
  options?: CallOptions,
): VinrListCall<SettlementTransaction, SettlementTransactionList> {
  return callList(core, rows.listSettlementTransactions, { path: { id }, query: params }, options);
}

/** Settlements: `vinr.settlements`. */
export class Settlements {
  readonly #core: VinrCore;

  /** @internal */
  constructor(core: VinrCore) {
    this.#core = core;
  }

  /** Lists settlements, newest first: await the first page, or iterate over all settlements. */
  list(params?: SettlementListParams, options?: CallOptions): VinrListCall<Settlement, SettlementList> {
    return listSettlements(this.#core, params, options);
  }

  /** Retrieves a settlement in its current state. */
  retrieve(id: string, options?: CallOptions): VinrCall<Settlement> {
    return retrieveSettlement(this.#core, id, options);
  }

  /**
   * Lists a settlement's transactions. They add up to its figures exactly.
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
