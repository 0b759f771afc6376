import { stringLiteral } from "../../emit/literal.ts";
import type { Schema } from "../../model.ts";
import { type RuntimeName, unsupportedError } from "./emit/context.ts";

/** Formats of strings that are checked, and what the run time calls them. */
export const FORMATS: ReadonlyMap<string, RuntimeName> = new Map([
  ["date", "date"],
  ["date-time", "dateTime"],
  ["email", "email"],
  ["hostname", "hostname"],
  ["ipv4", "ipv4"],
  ["ipv6", "ipv6"],
  ["time", "time"],
  ["uri", "uri"],
  ["uuid", "uuid"],
]);

/** Formats that JSON Schema defines and that are not checked: to pass over them would be silence. */
export const UNCHECKED: ReadonlySet<string> = new Set(
  `duration idn-email idn-hostname iri iri-reference json-pointer regex relative-json-pointer uri-reference
  uri-template`.split(/\s+/),
);

/** Throws for formats that would be ignored. A name that JSON Schema does not define is a note to people. */
export function throwIfUnchecked(schema: Schema): void {
  if (schema.format === undefined || !UNCHECKED.has(schema.format)) return;
  throw unsupportedError(
    schema.place,
    `the format ${stringLiteral(schema.format)} has no check`,
    `say it with "pattern", or use one of ${[...FORMATS.keys()].join(", ")}`,
  );
}
