/** Requests from what a reader has in the fields. */

import type { Json } from "../../../scripts/model.ts";
import type { TryOperation } from "../../reference/try-operation.ts";
import { localSandbox } from "../local-sandbox.ts";
import type { FieldIssue, Prepared, TryRequest } from "../protocol.ts";

/** The content of a panel's fields: parameters by their names, and the body as text. */
export interface Fields {
  readonly values: ReadonlyMap<string, string>;
  readonly body: string | undefined;
}

/** The fields of the sample, with the values that fit the sandbox's state. */
export function fillFields({ parameters, body }: TryOperation, prepared: Prepared): Fields {
  const { id, payment } = prepared;
  const values = parameters.map(({ name, in: place, value }): [string, string] => {
    if (place === "path") return [name, id ?? value];
    return [name, name === "payment" ? (payment ?? value) : value];
  });
  return { values: new Map(values), body: body === undefined ? undefined : printBody(fillBody(body, prepared)) };
}

/** The sample names a payment that is not there, and takes as much of it as was there. */
function fillBody(body: Json, { payment, maxAmount }: Prepared): unknown {
  if (body === null || typeof body !== "object" || Array.isArray(body)) return body;
  const filled: Record<string, unknown> = { ...body };
  if (payment !== undefined && "payment" in filled) filled.payment = payment;
  if (maxAmount !== undefined && typeof filled.amount === "number") filled.amount = Math.min(filled.amount, maxAmount);
  return filled;
}

function printBody(body: unknown): string {
  return JSON.stringify(body, null, 2);
}

/** The request that the fields describe. Parameters that are empty are left out, as is an empty body. */
export function buildRequest(operation: TryOperation, { values, body }: Fields, idempotencyKey: string): TryRequest {
  const { operationId, method, path, parameters, isIdempotent } = operation;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ""));
  const query = new URLSearchParams();
  for (const { name, in: place } of parameters) {
    const value = values.get(name) ?? "";
    if (place === "query" && value !== "") query.append(name, value);
  }
  return {
    operationId,
    method,
    url: query.size === 0 ? filled : `${filled}?${query}`,
    body: body?.trim() === "" ? undefined : body,
    idempotencyKey: isIdempotent ? idempotencyKey : undefined,
  };
}

/** The parameters that a path cannot do without. The validators would find another address rather than an empty field. */
export function findEmpty({ parameters }: TryOperation, { values }: Fields): FieldIssue[] {
  return parameters
    .filter(({ name, in: place, required }) => (required || place === "path") && !values.get(name))
    .map(({ name }) => ({ path: [name], message: `${name} is required` }));
}

/** The same request for a sandbox on the reader's own machine, as a command. */
export function toCurl({ method, url, body, idempotencyKey }: TryRequest): string {
  const options = [
    '--header "Authorization: Bearer sk_test_sandbox"',
    ...(idempotencyKey === undefined ? [] : [`--header 'Idempotency-Key: ${idempotencyKey}'`]),
    ...(body === undefined ? [] : ["--header 'Content-Type: application/json'", `--data ${quote(body)}`]),
  ];
  const address = quote(`${localSandbox}${url}`);
  return [`curl --request ${method} ${address}`, ...options].join(" \\\n  ");
}

/** A text as one word of a shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
