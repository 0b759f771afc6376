/** Where generated validators go. */
export const FOLDER = "packages/validators/src/generated";

/** A set of validators: where it goes, and what of it differs from the other set. */
export interface Folder {
  readonly path: string;
  /** The run time, as its modules import it. */
  readonly runtime: string;
  /** The sentence in doc comments of schemas that differ open and closed. */
  readonly note: string;
}

/** For clients and servers: values that VINR sends are open. */
export const OPEN: Folder = {
  path: FOLDER,
  runtime: "../runtime",
  note: "New properties, enum values and tags pass, as they may appear at any time.",
};

/** For tests: everything is closed. */
export const STRICT: Folder = {
  path: `${FOLDER}/strict`,
  runtime: "../../runtime",
  note: "Properties, enum values and tags that are not in today's specification are rejected.",
};
