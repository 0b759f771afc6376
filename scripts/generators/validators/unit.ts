import type { Schema } from "../../model.ts";

/**
 * How a schema is read. `strict`: as written. `open`: as a client has to read what VINR sends, where new properties,
 * enum values and tags may appear at any time.
 */
export type Reading = "open" | "strict";

/** One schema in one reading: what becomes one check and one explanation. */
export interface Unit {
  /** The named schema whose module holds it. */
  readonly owner: string;
  readonly schema: Schema;
  readonly reading: Reading;
  /** Names of its two functions. */
  readonly check: string;
  readonly explain: string;
  /** A schema of `components.schemas`, which others reach by `ref`; else a part of one. */
  readonly named: boolean;
  /** Whether its functions count how deep they are nested, since their schema reaches itself. */
  readonly counted: boolean;
}
