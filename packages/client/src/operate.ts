import { VinrCall } from "./call.js";
import type { CallOptions, WriteOptions } from "./call-options.js";
import { configOf, type VinrCore } from "./core.js";
import type { OperationId } from "./generated/operations.js";
import type { DataOf, InputOf, QueryOf } from "./operation-types.js";
import { type Page, VinrListCall } from "./pagination.js";
import type { OperationRow } from "./prepare.js";
import { type Outcome, send } from "./send.js";

/** A row of the table, with its own name. */
type Row<Id extends OperationId> = OperationRow & { readonly operationId: Id };

/** Starts an operation; types come from the description by its name. */
export function operate<Id extends OperationId>(
  core: VinrCore,
  row: Row<Id>,
  input: InputOf<Id>,
  options?: WriteOptions,
): VinrCall<DataOf<Id>> {
  return new VinrCall(sendTyped(core, row, input, options));
}

/** Starts an operation that answers with a page of a list. */
export function operateList<Id extends OperationId>(
  core: VinrCore,
  row: Row<Id>,
  input: InputOf<Id>,
  options?: CallOptions,
): VinrListCall<ItemOf<Id>, DataOf<Id> & Page<ItemOf<Id>>> {
  return new VinrListCall<ItemOf<Id>, DataOf<Id> & Page<ItemOf<Id>>>(input.query ?? {}, (cursors) => {
    const query = (cursors === input.query ? cursors : { ...input.query, ...cursors }) as QueryOf<Id>;
    return sendTyped(core, row, { ...input, query }, options);
  });
}

type ItemOf<Id extends OperationId> = DataOf<Id> extends { data: (infer Item)[] } ? Item : never;

/** The one place where what came over the wire gets its type: unknown fields and values pass through unchecked. */
async function sendTyped<Id extends OperationId, Data extends DataOf<Id>>(
  core: VinrCore,
  row: Row<Id>,
  input: InputOf<Id>,
  options: WriteOptions | undefined,
): Promise<Outcome<Data>> {
  return (await send(configOf(core), row, input, options)) as Outcome<Data>;
}
