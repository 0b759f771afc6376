import { allows } from "./schema-type.js";

/**
 * An array without a limit is a promise to read an endless one: memory on the server, a surprise in the client.
 */
export const BoundedArray = () => ({
  Schema(schema, { report, location }) {
    if (allows(schema, "array") && schema.maxItems === undefined)
      report({ message: "An array needs `maxItems`.", location: location.child("type") });
  },
});
