import { type Check, fail, type Issue, type Trail } from "./issues.js";

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

/** What a check says of a value. One that throws while it is read, as a getter or a proxy may, is not right. */
export function attempt(check: Check, value: unknown, at?: Trail): boolean {
  try {
    return check(value, at);
  } catch {
    return false;
  }
}

/** Makes a validator of a check. */
export function validator<T>(check: Check): Validator<T> {
  const validate = (value: unknown, options?: ValidateOptions): Result<T> =>
    attempt(check, value) ? { ok: true, value: value as T } : explain(check, value, options);
  return Object.assign(validate, { "~standard": { version: 1, vendor: "vinr", validate } as const });
}

/** Collects what is wrong with a value that was refused. */
export function explain(check: Check, value?: unknown, options?: ValidateOptions): Failure {
  const at: Trail = { path: [], issues: [], maxIssues: options?.maxIssues ?? 100 };
  attempt(check, value, at);
  // It threw, or it was refused and is accepted now: it changed while it was read.
  if (at.issues.length === 0) fail(0, at, undefined, "unreadable", "readable", "is not readable");
  return { ok: false, issues: at.issues };
}
