/** Where generated validators go. */
export const FOLDER = "packages/validators/src/generated";
