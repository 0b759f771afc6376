import type { Schema } from "../../model.ts";
import type { Reading } from "./reading.ts";

/**
 * A schema of a common form. Its unit is one function that decides, and explains when it is given a trail: by a call of
 * the run time, with a table of what was compared. Any other schema has an explanation of its own, step by step.
 */
export type Shape = "array" | "holder" | "object" | "record" | "scalar" | "union";

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
  /** Its form, where it has a common one: then check and explanation are one function. */
  readonly shape: Shape | undefined;
}
