import { VinrCall } from "./call.js";
import type { CallOptions, WriteOptions } from "./call-options.js";
import { type OperationId, operations } from "./generated/operations.js";
import type { DataOf, InputOf, QueryOf } from "./operation-types.js";
import { type Page, VinrListCall } from "./pagination.js";
import { type Core, send, type VinrResponse } from "./send.js";

/** Starts an operation; types come from the table of operations by its name. */
export function operate<Id extends OperationId>(
  core: Core,
  id: Id,
  input: InputOf<Id>,
  options?: WriteOptions,
): VinrCall<DataOf<Id>> {
  return new VinrCall(sendTyped(core, id, input, options));
}

/** Starts an operation that answers with a page of a list. */
export function operateList<Id extends ListOperationId>(
  core: Core,
  id: Id,
  input: InputOf<Id>,
  options?: CallOptions,
): VinrListCall<ItemOf<Id>, DataOf<Id> & Page<ItemOf<Id>>> {
  return new VinrListCall<ItemOf<Id>, DataOf<Id> & Page<ItemOf<Id>>>(input.query ?? {}, (cursors) => {
    const query = { ...input.query, ...cursors } as QueryOf<Id>;
    return sendTyped(core, id, { ...input, query }, options);
  });
}

type ItemOf<Id extends OperationId> = DataOf<Id> extends { data: (infer Item)[] } ? Item : never;

type ListOperationId = {
  [Id in OperationId]: (typeof operations)[Id]["paginated"] extends true ? Id : never;
}[OperationId];

/** The one place where what came over the wire gets its type: unknown fields and values pass through unchecked. */
async function sendTyped<Id extends OperationId, Data extends DataOf<Id>>(
  core: Core,
  id: Id,
  input: InputOf<Id>,
  options: WriteOptions | undefined,
): Promise<VinrResponse<Data>> {
  return (await send(core, operations[id], input, options)) as VinrResponse<Data>;
}
