/**
 * Validators for the VINR API: for each schema `X` a guard `isX` and a validator `validateX`.
 *
 * @packageDocumentation
 */
export * from "./generated/index.js";
export type { Issue, IssueCode } from "./runtime/issues.js";
export type { Failure, Result, StandardProperties, Success, ValidateOptions, Validator } from "./runtime/validate.js";
