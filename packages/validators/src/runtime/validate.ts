import { distinctIssues } from "./distinct-issues.js";
import { type Check, type Issue, newContext, type ValidationContext } from "./issues.js";

/**
 * How to validate.
 *
 * @example
 * ```ts
 * const options: ValidateOptions = { maxIssues: 10 };
 * ```
 */
export interface ValidateOptions {
  /** The most issues to collect: at least 1. Default: 100. */
  readonly maxIssues?: number | undefined;
}

/**
 * The result of validation: the typed value, or its issues.
 *
 * @example
 * ```ts
 * function orThrow<T>(result: Result<T>): T {
 *   if (result.ok) return result.value;
 *   throw new TypeError(result.issues.map(({ message }) => message).join("; "));
 * }
 * ```
 */
export type Result<T> = Failure | Success<T>;

/**
 * The value is valid. It is the value that was passed in, not a copy.
 *
 * @example
 * ```ts
 * const success: Success<number> = { ok: true, value: 1000 };
 * ```
 */
export interface Success<T> {
  readonly ok: true;
  readonly value: T;
  readonly issues?: undefined;
}

/**
 * The value is not valid.
 *
 * @example
 * ```ts
 * function count({ issues }: Failure): number {
 *   return issues.length; // at least 1
 * }
 * ```
 */
export interface Failure {
  readonly ok: false;
  /** At least one. */
  readonly issues: readonly Issue[];
}

/**
 * Validates values of one schema. It is a Standard Schema too, for libraries that take one.
 *
 * @example
 * ```ts
 * function isValid<T>(validate: Validator<T>, value: unknown): boolean {
 *   return validate(value).ok;
 * }
 * ```
 */
export interface Validator<T> {
  (value: unknown, options?: ValidateOptions): Result<T>;
  readonly "~standard": StandardProperties<T>;
}

/**
 * The part of Standard Schema, version 1, that a validator has.
 *
 * @see https://standardschema.dev
 * @example
 * ```ts
 * function isOurs({ vendor }: StandardProperties<unknown>): boolean {
 *   return vendor === "vinr";
 * }
 * ```
 */
export interface StandardProperties<T> {
  readonly version: 1;
  readonly vendor: "vinr";
  readonly validate: (value: unknown) => Result<T>;
  readonly types?: { readonly input: T; readonly output: T } | undefined;
}

/** Whether a check accepts a value. One that throws while it is read, as a getter or a proxy may, is not valid. */
export function isValid(check: Check, value: unknown, context?: ValidationContext): boolean {
  try {
    return check(value, context);
  } catch {
    return false;
  }
}

/** Makes a validator from a check. */
export function validator<T>(check: Check): Validator<T> {
  const validate = (value: unknown, options?: ValidateOptions): Result<T> =>
    isValid(check, value) ? { ok: true, value: value as T } : explain(check, value, options);
  return Object.assign(validate, { "~standard": { version: 1, vendor: "vinr", validate } as const });
}

/** The most issues to report: at least one, since a failure without any would look like a success. */
export function maxIssuesOf(options: ValidateOptions | undefined): number {
  const given = options && Object.hasOwn(options, "maxIssues") ? options.maxIssues : undefined;
  return Math.max(1, given ?? 100) || 1;
}

/** Collects the issues of a value that a check rejected. */
export function explain(check: Check, value?: unknown, options?: ValidateOptions): Failure {
  const context = newContext(maxIssuesOf(options));
  isValid(check, value, context);
  // It threw, or it was rejected and is accepted now: it changed while it was read.
  return { ok: false, issues: context.issues.length === 0 ? [unreadable] : distinctIssues(context.issues) };
}

/** The issue of a value that cannot be read. */
export const unreadable: Issue = {
  path: [],
  pointer: "",
  code: "unreadable",
  expected: "readable",
  message: "the value is not readable",
};
