import type { Explainer } from "./collections.js";
import { failUnreadable, type Issue, type Trail } from "./issues.js";

/**
 * How to validate.
 *
 * @example
 * ```ts
 * const options: ValidateOptions = { maxIssues: 10 };
 * ```
 */
export interface ValidateOptions {
  /** No more issues than this are collected: at least 1, 100 where it is absent. */
  readonly maxIssues?: number | undefined;
}

/**
 * What validation found: the value with its type, or what is wrong with it.
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
 * The value is valid. It is the value that was given, not a copy.
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

/** Makes a validator of a function that decides, and one that explains where that is not the same. */
export function validator<T>(check: (value: unknown) => boolean, run: Explainer): Validator<T> {
  const validate = (value: unknown, options?: ValidateOptions): Result<T> => {
    try {
      if (check(value)) return { ok: true, value: value as T };
    } catch {
      // What threw throws again where it is explained.
    }
    return explain(value, run, options);
  };
  return Object.assign(validate, {
    "~standard": { version: 1, vendor: "vinr", validate: (value: unknown) => validate(value) } as const,
  });
}

/** The answer for what threw where it was read. */
export function unreadable(): Failure {
  return explain(undefined, () => undefined, undefined);
}

/** Collects what is wrong with a value that was refused. */
function explain(value: unknown, run: Explainer, options: ValidateOptions | undefined): Failure {
  const at: Trail = { path: [], issues: [], maxIssues: mostIssues(options), hidden: 0, trials: 0, orNull: false };
  try {
    run(value, at);
  } catch {
    // The trail still stands where the value threw.
    failUnreadable(at);
  }
  if (at.issues.length === 0) failUnreadable(at);
  return { ok: false, issues: at.issues };
}

/** How many issues are collected: at least one, since a failure without any would pass for a success. */
export function mostIssues(options: ValidateOptions | undefined): number {
  return Math.max(1, options?.maxIssues ?? 100) || 1;
}
