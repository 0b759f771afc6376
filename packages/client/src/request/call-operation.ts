import { type CallOptions, checkCallOptions, type WriteOptions } from "../config/call-options.js";
import { ownProperties } from "../config/own-properties.js";
import type { OperationId } from "../generated/operations.js";
import { isObject } from "../is-object.js";
import type { CallResult } from "../response/response-metadata.js";
import { getConfig, type VinrCore } from "../vinr-core.js";
import { VinrCall } from "./call.js";
import { findLoss } from "./describe-unsendable.js";
import { type Page, VinrListCall } from "./list-call.js";
import type { DataOf, InputOf } from "./operation-types.js";
import { type OperationInput, type OperationRow, prepareOperationCall } from "./prepare-request.js";
import { sendWithRetries } from "./send-with-retries.js";

/** A row of the generated table, by the operation's id. */
type RowOf<Id extends OperationId> = OperationRow & { readonly operationId: Id };

type ItemOf<Id extends OperationId> = DataOf<Id> extends { data: (infer Item)[] } ? Item : never;

/** Calls an operation; the types follow from its id. */
export function callOperation<Id extends OperationId>(
  core: VinrCore,
  row: RowOf<Id>,
  input: InputOf<Id>,
  options?: WriteOptions,
): VinrCall<DataOf<Id>> {
  return new VinrCall(runOperation<DataOf<Id>>(core, row, input, options));
}

/** Calls an operation that returns a page of a list. */
export function callList<Id extends OperationId>(
  core: VinrCore,
  row: RowOf<Id>,
  input: InputOf<Id>,
  options?: CallOptions,
): VinrListCall<ItemOf<Id>, DataOf<Id> & Page<ItemOf<Id>>> {
  // Later pages are asked for as the call was: the caller may change its objects before them.
  const given: Readonly<Record<string, unknown>> = copied(input.query, copyQuery) ?? {};
  const own = copied(options, copyOptions);
  return new VinrListCall(given, (cursors) => {
    const query = cursors === given ? given : { ...given, ...cursors };
    return runOperation(core, row, { ...input, query }, own);
  });
}

/** Copies an object. What is none, or cannot be read, stays as it is: it is rejected where it is used. */
function copied<T>(value: T, copy: (value: T & object) => T): T {
  try {
    return isObject(value) ? copy(value) : value;
  } catch {
    return value;
  }
}

/** @throws for parameters of a class, of which a copy would lose some. */
function copyQuery(query: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (findLoss(query, "") !== undefined) throw new TypeError();
  return ownProperties(query);
}

function copyOptions(options: CallOptions): CallOptions {
  const own = checkCallOptions(options);
  return { ...own, headers: copied(own.headers, ownProperties) };
}

/** @throws {VinrError} Nothing else is thrown. */
async function runOperation<Data>(
  core: VinrCore,
  operation: OperationRow,
  input: OperationInput,
  options: WriteOptions = {},
): Promise<CallResult<Data>> {
  const config = getConfig(core);
  // Before the first await: the caller may change its objects after the call.
  const own = checkCallOptions(options);
  const call = prepareOperationCall(config, operation, input, own);
  await config.checks?.request(call, input.body);
  const data = await sendWithRetries(config, call, own);
  // The one place where a response gets its type: properties and values that are newer than this package pass through.
  return { data: data as Data, call };
}
