/** The version of this package, as package.json says and a test holds. */
export const version = "0.0.0";
