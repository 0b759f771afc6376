import { allows } from "./schema-type.js";

/**
 * A string without bounds is a place for a megabyte, or for anything at all. A closed set (`enum`, `const`) is bound
 * enough; any other string says how long it can be.
 */
export const BoundedString = () => ({
  Schema(schema, { report, location }) {
    if (!allows(schema, "string") || schema.enum !== undefined || schema.const !== undefined) return;
    if (schema.maxLength === undefined)
      report({ message: "A string needs `maxLength`, `enum` or `const`.", location: location.child("type") });
  },
});
