import { VinrCall } from "./call.js";
import type { CallOptions, WriteOptions } from "./call-options.js";
import type { VinrCore } from "./core.js";
import type { OperationId } from "./generated/operations.js";
import type { DataOf, InputOf } from "./operation-types.js";
import type { Outcome } from "./outcome.js";
import { type Page, VinrListCall } from "./pagination.js";
import type { OperationRow } from "./prepare.js";
import { send } from "./send.js";

/** A row of the table, with its own name. */
type Row<Id extends OperationId> = OperationRow & { readonly operationId: Id };

/** Starts an operation; types come from the description by its name. */
export function operate<Id extends OperationId>(
  core: VinrCore,
  row: Row<Id>,
  input: InputOf<Id>,
  options?: WriteOptions,
): VinrCall<DataOf<Id>> {
  return new VinrCall(trust<DataOf<Id>>(send(core, row, input, options)));
}

/** Starts an operation that answers with a page of a list. */
export function operateList<Id extends OperationId>(
  core: VinrCore,
  row: Row<Id>,
  input: InputOf<Id>,
  options?: CallOptions,
): VinrListCall<ItemOf<Id>, DataOf<Id> & Page<ItemOf<Id>>> {
  return new VinrListCall(input.query ?? {}, (cursors) => {
    const query = cursors === input.query ? input.query : { ...input.query, ...cursors };
    return trust(send(core, row, { ...input, query }, options));
  });
}

type ItemOf<Id extends OperationId> = DataOf<Id> extends { data: (infer Item)[] } ? Item : never;

/** The one place where what came over the wire gets its type: unknown fields and values pass through unchecked. */
function trust<Data>(outcome: Promise<Outcome<unknown>>): Promise<Outcome<Data>> {
  return outcome as Promise<Outcome<Data>>;
}
