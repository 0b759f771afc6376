import { stringLiteral } from "../../emit/literal.ts";
import type { Schema } from "../../model.ts";
import { type RuntimeName, unsupported } from "./context.ts";

/** Formats of strings that are checked. */
export const FORMATS: ReadonlyMap<string, { readonly check: RuntimeName; readonly expected: string }> = new Map([
  ["date", { check: "isDate", expected: "a date such as 2026-04-15" }],
  ["date-time", { check: "isDateTime", expected: "an RFC 3339 date-time such as 2026-04-15T10:30:00Z" }],
  ["email", { check: "isEmail", expected: "an email address" }],
  ["hostname", { check: "isHostname", expected: "a host name" }],
  ["ipv4", { check: "isIpv4", expected: "an IPv4 address" }],
  ["ipv6", { check: "isIpv6", expected: "an IPv6 address" }],
  ["time", { check: "isTime", expected: "an RFC 3339 time such as 10:30:00Z" }],
  ["uri", { check: "isUri", expected: "an absolute URI" }],
  ["uuid", { check: "isUuid", expected: "a UUID" }],
]);

/** Formats that JSON Schema defines and that are not checked: to pass over them would be silence. */
export const UNCHECKED: ReadonlySet<string> = new Set(
  `duration idn-email idn-hostname iri iri-reference json-pointer regex relative-json-pointer uri-reference
  uri-template`.split(/\s+/),
);

/** Refuses formats that would be passed over. A name that JSON Schema does not define is a note to people. */
export function checkFormat(schema: Schema): void {
  if (schema.format === undefined || !UNCHECKED.has(schema.format)) return;
  throw unsupported(
    schema.place,
    `the format ${stringLiteral(schema.format)} has no check`,
    `say it with "pattern", or use one of ${[...FORMATS.keys()].join(", ")}`,
  );
}
