import type { Issue } from "@vinr/validators";
import { type ErrorCode, errorCodes } from "../generated/error-codes.js";
import type { OperationId } from "../generated/responses.js";
import type { Spec } from "../spec.js";

/**
 * An operation returned or threw what the specification does not document for it: a server bug.
 *
 * @example
 * ```ts
 * function report(error: unknown): void {
 *   if (error instanceof UndocumentedResponseError) console.error(error.operationId, error.status, error.issues);
 * }
 * ```
 */
export class UndocumentedResponseError extends Error {
  override readonly name = "UndocumentedResponseError";
  readonly operationId: OperationId;
  readonly status: number;
  /** The issues with the body; empty if the status itself is not documented. */
  readonly issues: readonly Issue[];

  /** @internal */
  constructor(operationId: OperationId, status: number, problem: string, issues: readonly Issue[] = []) {
    super(`The ${status} response of ${operationId} does not match the specification: ${problem}`);
    this.operationId = operationId;
    this.status = status;
    this.issues = issues;
  }
}

/** Validates a body; null where there is none, "unchecked" where its schema has no name. */
type BodyCheck =
  | "unchecked"
  | ((value: unknown) => { readonly ok: true } | { readonly ok: false; readonly issues: readonly Issue[] })
  | null;

/** The error for an undocumented response; undefined for a documented one. */
export function findUndocumented(
  { operations }: Pick<Spec, "operations">,
  operationId: OperationId,
  response: { readonly status: number; readonly body?: unknown },
): UndocumentedResponseError | undefined {
  const { status, body } = response;
  const unknown = Object.keys(response).find((name) => name !== "status" && name !== "body");
  if (unknown !== undefined) {
    const problem = `a response has a status and a body, and ${unknown} would not be sent`;
    return new UndocumentedResponseError(operationId, status, problem);
  }
  const responses = operations[operationId].responses as Readonly<Record<string, BodyCheck>>;
  const key = [String(status), `${String(status).charAt(0)}XX`, "default"].find((one) => Object.hasOwn(responses, one));
  if (key === undefined) {
    const problem = `the documented statuses are ${Object.keys(responses).join(", ")}`;
    return new UndocumentedResponseError(operationId, status, problem);
  }
  const check = responses[key];
  if (typeof check !== "function") {
    const isUnexpected = check === null && body !== undefined;
    return isUnexpected ? new UndocumentedResponseError(operationId, status, "it has no body") : undefined;
  }
  const result = check(body);
  if (result.ok) {
    const problem = findWrongCode(status, body);
    return problem === undefined ? undefined : new UndocumentedResponseError(operationId, status, problem);
  }
  const problem = result.issues.map(({ message }) => message).join("; ");
  return new UndocumentedResponseError(operationId, status, problem, result.issues);
}

/** An error code belongs to one status, which the schema of an error does not say. */
function findWrongCode(status: number, body: unknown): string | undefined {
  const { error } = body as { readonly error?: { readonly code: ErrorCode } };
  if (status < 400 || error === undefined || !Object.hasOwn(errorCodes, error.code)) return undefined;
  const { status: expected } = errorCodes[error.code];
  return expected === status ? undefined : `${error.code} is an error with the status ${expected}`;
}
