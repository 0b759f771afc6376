/** Where generated validators go. */
export const FOLDER = "packages/validators/src/generated";

/** A set of validators: where it goes, and what of it differs from the other set. */
export interface Folder {
  readonly path: string;
  /** The run time, as its modules import it. */
  readonly runtime: string;
  /** What the doc comment says of a schema whose readings differ. */
  readonly reading: string;
}

/** What clients and servers read with. */
export const OPEN: Folder = {
  path: FOLDER,
  runtime: "../runtime",
  reading: "New properties, enum values and tags pass, as they may appear at any time.",
};

/** What tests read with: what VINR sends as it is described today. */
export const STRICT: Folder = {
  path: `${FOLDER}/strict`,
  runtime: "../../runtime",
  reading: "As it is described today: properties, enum values and tags that are not are refused.",
};
