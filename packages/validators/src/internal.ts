/**
 * The run time of generated validators, for VINR's own packages, which pin the version of this one: code generated from another
 * specification imports it. It may change in any release.
 *
 * @packageDocumentation
 */
export * from "./runtime/addresses.js";
export * from "./runtime/arrays.js";
export * from "./runtime/equality.js";
export * from "./runtime/formats.js";
export * from "./runtime/issues.js";
export * from "./runtime/objects.js";
export * from "./runtime/requests/parameters.js";
export * from "./runtime/requests/rejected-request.js";
export * from "./runtime/requests/requests.js";
export * from "./runtime/requests/routes.js";
export * from "./runtime/scalars.js";
export { suggest } from "./runtime/suggest.js";
export * from "./runtime/unions.js";
export * from "./runtime/validate.js";
export * from "./runtime/values.js";
