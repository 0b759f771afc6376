/**
 * Validators for the VINR API: for each schema `X` a guard `isX` and a validator `validateX`; for each operation parsers of
 * its parameters; and `validateRequest`, which finds a request's operation and checks all of it.
 *
 * @packageDocumentation
 */
export * from "./generated/index.js";
export type { Issue, IssueCode } from "./runtime/issues.js";
export type { ParameterInput, ParameterParser } from "./runtime/parameters.js";
export type { RefusedRequest, RequestErrorBody } from "./runtime/refusals.js";
export type { FetchRequest, PlainRequest, RequestOptions } from "./runtime/requests.js";
export type { Failure, Result, StandardProperties, Success, ValidateOptions, Validator } from "./runtime/validate.js";
