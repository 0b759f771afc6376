/**
 * A POST moves money or registers something, a PATCH may undo a later change, and networks lose responses: each takes an
 * `Idempotency-Key`, so that it can be sent again without taking effect twice. GET, PUT and DELETE are idempotent by
 * themselves and ignore the header.
 */
const methods = ["post", "patch"];

export const IdempotencyKey = () => ({
  Paths: {
    PathItem: {
      Operation(operation, { report, location, key, resolve }) {
        const names = (operation.parameters ?? []).map((parameter) => resolve(parameter).node?.name);
        const has = names.includes("Idempotency-Key");
        const takes = methods.includes(key);
        if (takes && !has)
          report({
            message: `A ${key.toUpperCase()} takes the \`Idempotency-Key\` header.`,
            location: location.child("parameters").key(),
          });
        if (!takes && has)
          report({
            message: `A ${key.toUpperCase()} ignores the \`Idempotency-Key\` header.`,
            location: location.child("parameters"),
          });
      },
    },
  },
});
