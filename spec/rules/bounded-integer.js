import { allows } from "./schema-type.js";

/**
 * Money is counted in whole minor units, so there is no `number`; and an integer without bounds overflows somewhere.
 */
export const BoundedInteger = () => ({
  Schema(schema, { report, location }) {
    if (allows(schema, "number"))
      report({
        message: "A float cannot hold money; use `integer` and minor units.",
        location: location.child("type"),
      });
    if (!allows(schema, "integer")) return;
    for (const keyword of ["format", "minimum", "maximum"])
      if (schema[keyword] === undefined)
        report({ message: `An integer needs \`${keyword}\`.`, location: location.child("type") });
  },
});
