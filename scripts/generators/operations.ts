import { docComment } from "../emit/comment.ts";
import { typeName } from "../emit/identifier.ts";
import { literal, literalKey, stringLiteral } from "../emit/literal.ts";
import type { Api, ErrorCode, GeneratedFile, Operation, Webhook } from "../model.ts";
import { generateExamples } from "./operations-examples.ts";

/** `packages/client`: the operations, the error codes and the event types as plain data. What is done with them is written by hand. */
export function generateOperations(api: Api): GeneratedFile[] {
  return [
    { path: "packages/client/src/generated/operations.ts", content: operationsTable(api.operations) },
    { path: "packages/client/src/generated/error-codes.ts", content: errorCodesTable([...api.errorCodes.values()]) },
    { path: "packages/client/src/generated/event-types.ts", content: eventTypesTable(api.webhooks) },
    generateExamples(api),
  ];
}

function operationsTable(operations: readonly Operation[]): string {
  const rows = operations.filter(hasPlainName).map((operation) => {
    return `${comment(operation)}export const ${operation.operationId} = ${row(operation)} as const;\n\n`;
  });
  const entries = operations.map((operation) => {
    const { operationId } = operation;
    return hasPlainName(operation) ? `  ${operationId},\n` : `  ${literalKey(operationId)}: ${row(operation)},\n`;
  });
  return `${rows.join("")}/** Every operation of the API, by its operationId. Each is a constant too, so that a bundle holds those it uses. */
export const operations = {
${entries.join("")}} as const;

/** The name of an operation. */
export type OperationId = keyof typeof operations;
`;
}

/** Whether the operation's name can be the name of a constant. */
function hasPlainName({ operationId }: Operation): boolean {
  return typeName(operationId) === operationId;
}

function row(operation: Operation): string {
  const { operationId, method, path } = operation;
  // Absent where it is not so: the table is in every bundle.
  const flags = takesIdempotencyKey(operation) ? { idempotent: true } : {};
  return literal({ operationId, method: method.toUpperCase(), path, ...flags });
}

/** Whether an operation takes the header `Idempotency-Key`. */
export function takesIdempotencyKey({ parameters }: Operation): boolean {
  return parameters.some(({ in: where, name }) => where === "header" && /^idempotency-key$/i.test(name));
}

function comment({ summary, deprecated }: Operation): string {
  return docComment({ description: summary, deprecated }, "");
}

function eventTypesTable(webhooks: readonly Webhook[]): string {
  const entries = webhooks.map(({ name }) => `  ${literalKey(name)}: true,\n`);
  return `/** Every event type that this version of the package knows. */
export const eventTypes = {
${entries.join("")}} as const;
`;
}

/** The module of the error codes, which client and server both have. */
export function errorCodesTable(codes: readonly ErrorCode[]): string {
  const entries = codes.map(({ code, status, type, description }) => {
    return `  ${literalKey(code)}: { status: ${status}, type: ${stringLiteral(type)}, description: ${stringLiteral(description)} },\n`;
  });
  return `/** Every error code that the API documents: the HTTP status and the error type it comes with, and what it means. */
export const errorCodes = {
${entries.join("")}} as const;

/** A documented error code. */
export type ErrorCode = keyof typeof errorCodes;
`;
}
