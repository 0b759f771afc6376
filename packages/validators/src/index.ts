/**
 * Validators for the VINR API: a guard `isX` and a validator `validateX` for each schema `X`, parsers for the parameters of
 * each operation, and `validateRequest`, which finds a request's operation and validates all of it.
 *
 * @packageDocumentation
 */
export * from "./generated/index.js";
export type { Issue, IssueCode } from "./runtime/issues.js";
export type { ParameterInput, ParameterParser } from "./runtime/requests/parameters.js";
export type { RejectedRequest, RequestErrorBody } from "./runtime/requests/rejected-request.js";
export type { FetchRequest, PlainRequest, RequestParts } from "./runtime/requests/requests.js";
export type { RequestOptions, RequestTarget } from "./runtime/requests/routes.js";
export type { Failure, Result, StandardProperties, Success, ValidateOptions, Validator } from "./runtime/validate.js";
