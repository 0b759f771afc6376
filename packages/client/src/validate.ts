import { anObject, checkOptions, type OptionRule } from "./check-options.js";
import type { Checks } from "./config.js";
import { VinrError } from "./errors.js";
import { fail, unreadable } from "./failure.js";
import { type OperationId, operations } from "./generated/operations.js";
import { isObject } from "./is-object.js";
import type { StandardSchema, ValidationIssue } from "./standard-schema.js";

/** What to hold an operation's body and its answer against. */
export interface OperationValidation {
  /** Checks the body before it is sent. */
  readonly request?: StandardSchema | undefined;
  /** Checks the data of a success. The call has taken effect by then. */
  readonly response?: StandardSchema | undefined;
}

/** Validators by operation. They check and change nothing: what a validator makes of a value is not used. */
export type Validation = { readonly [Id in OperationId]?: OperationValidation | undefined };

/**
 * Checks by the caller's validators. A body that is refused is not sent (`request_invalid`). An answer that is refused
 * comes too late to change anything, so it stands on the error (`response_invalid`) as `data`.
 *
 * @throws {VinrError} `invalid_option` for what is no validator, or of no operation.
 */
export function createChecks(validate: Validation): Checks {
  checkOptions("validate", validate, Object.fromEntries(Object.keys(operations).map((id) => [id, anObject])));
  for (const [id, validation] of Object.entries(validate)) {
    checkOptions(id, validation ?? {}, { request: standardSchema, response: standardSchema });
  }
  return {
    async request(job, body) {
      const id = job.info.operationId;
      const issues = await findIssues(id && validate[id]?.request, body);
      if (issues === undefined) return;
      const message = `The body of ${id} is not valid: ${summarize(issues)}. Nothing was sent.`;
      throw fail(VinrError, job, message, { code: "request_invalid", issues });
    },
    async response(job, data) {
      const id = job.info.operationId;
      const issues = await findIssues(id && validate[id]?.response, data);
      if (issues === undefined || job.answer === undefined) return;
      const { response } = job.answer;
      const error = unreadable(job, response, "response_invalid", `is not valid: ${summarize(issues)}`, { issues });
      // Out of sight of logs, since it may hold what a customer said.
      throw Object.defineProperty(error, "data", { value: data });
    },
  };
}

const standardSchema: OptionRule = [
  "a validator that follows Standard Schema",
  (value) => (typeof value === "function" || isObject(value)) && "~standard" in value,
];

async function findIssues(schema: StandardSchema | undefined, value: unknown) {
  try {
    return schema && (await schema["~standard"].validate(value)).issues;
  } catch {
    return [{ message: "the validator failed" }];
  }
}

function summarize([issue, ...more]: readonly ValidationIssue[]): string {
  const path = issue?.path?.map((step) => String(typeof step === "object" ? step.key : step)).join(".");
  return `${path ? `${path} ` : ""}${issue?.message}${more.length > 0 ? `, and ${more.length} more` : ""}`;
}
