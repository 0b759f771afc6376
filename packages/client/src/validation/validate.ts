import { anObject, checkOptions, type OptionRule } from "../config/check-options.js";
import type { Checks } from "../config/config.js";
import { memberOf } from "../config/own-properties.js";
import { createCallError, createResponseError } from "../errors/create-errors.js";
import { errorPage, VinrError } from "../errors/errors.js";
import type { Redact } from "../errors/sanitize-error.js";
import { type OperationId, operations } from "../generated/operations.js";
import { isObject } from "../is-object.js";
import type { StandardSchema, ValidationIssue } from "./standard-schema.js";

/** The validators of an operation. */
export interface OperationValidation {
  /** Validates the body before it is sent. */
  readonly request?: StandardSchema | undefined;
  /** Validates the data of a successful response. The call has taken effect by then. */
  readonly response?: StandardSchema | undefined;
}

/** Validators by operation. They only check: a value that a validator returns is ignored. */
export type Validation = { readonly [Id in OperationId]?: OperationValidation | undefined };

/**
 * Creates checks from the caller's validators. An invalid body is not sent (`request_invalid`). An invalid response comes
 * too late to change anything, so the error (`response_invalid`) holds it as `data`.
 *
 * @throws {VinrError} `invalid_option` for an unknown operation, or a value that is not a validator.
 */
export function createChecks(given: Validation): Checks {
  const rules = Object.fromEntries(Object.keys(operations).map((id) => [id, anObject]));
  const validate: Record<string, OperationValidation> = Object.create(null);
  for (const [id, validation] of Object.entries(checkOptions("validate", given, rules))) {
    if (!validation) continue;
    validate[id] = checkOptions(`validate.${id}`, validation, { request: standardSchema, response: standardSchema });
  }
  return {
    async request(call, body) {
      const id = call.request.info.operationId;
      const issues = await findIssues(id && validate[id]?.request, body);
      if (issues === undefined) return;
      const { redact } = call.request;
      const message = `The body of ${id} is not valid: ${redact(summarize(issues))}. Nothing was sent.`;
      throw createCallError(VinrError, call, message, {
        code: "request_invalid",
        issues: Array.from(issues, (issue) => redactIssue(issue, redact)),
        docUrl: errorPage("parameter_invalid"),
      });
    },
    async response(call, data) {
      const id = call.request.info.operationId;
      const issues = await findIssues(id && validate[id]?.response, data);
      if (issues === undefined || call.received === undefined) return;
      const { redact } = call.request;
      const error = createResponseError(call, call.received.response, {
        code: "response_invalid",
        problem: `is not valid: ${redact(summarize(issues))}`,
        issues: Array.from(issues, (issue) => redactIssue(issue, redact)),
      });
      // Not enumerable, so that logs do not show it: it may hold a customer's data.
      throw Object.defineProperty(error, "data", { value: data });
    },
  };
}

const standardSchema: OptionRule = [
  "a validator that follows Standard Schema",
  (value) => (typeof value === "function" || isObject(value)) && "~standard" in value,
];

async function findIssues(
  schema: StandardSchema | undefined,
  value: unknown,
): Promise<readonly ValidationIssue[] | undefined> {
  if (schema === undefined) return undefined;
  try {
    return memberOf(await schema["~standard"].validate(value), "issues");
  } catch {
    return [{ message: "the validator threw an error" }];
  }
}

/** Makes an issue fit for logs: it repeats names of the body, and perhaps values. */
function redactIssue({ message, path }: ValidationIssue, redact: Redact): ValidationIssue {
  // A plain array: some validators have a class of their own, whose `map` makes another one.
  const names = path && Array.from(path, keyOf).map((key) => (typeof key === "string" ? redact(key) : key));
  return { message: redact(String(message)), path: names };
}

type Step = NonNullable<ValidationIssue["path"]>[number];

const keyOf = (step: Step): PropertyKey => (typeof step === "object" ? step.key : step);

function summarize([issue, ...more]: readonly ValidationIssue[]): string {
  const path = Array.from(issue?.path ?? [], (step) => String(keyOf(step)));
  const message = issue?.message ?? "";
  const place = namesPlace(message, path) ? "" : `${path.join(".")} `;
  return `${place}${message}${more.length > 0 ? `, and ${more.length} more` : ""}`;
}

/** Whether a message says itself where the issue is, as those of `@vinr/validators` do: `metadata.order must be a string`. */
function namesPlace(message: string, [first = ""]: readonly string[]): boolean {
  if (first === "" || message.startsWith("[")) return true;
  return message.startsWith(first) && /^[ .[]/.test(message.slice(first.length));
}
