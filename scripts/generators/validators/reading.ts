/**
 * How a schema is read. `strict`: as written. `open`: as a client has to read what VINR sends, where new properties,
 * enum values and tags may appear at any time.
 */
export type Reading = "open" | "strict";
