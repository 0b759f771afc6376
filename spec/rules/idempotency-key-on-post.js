/**
 * A POST moves money or registers something, and networks lose responses: every POST takes an `Idempotency-Key`, so that
 * it can be sent again without doing it twice. GET and DELETE are idempotent by themselves and ignore the header.
 */
export const IdempotencyKeyOnPost = () => ({
  Paths: {
    PathItem: {
      Operation(operation, { report, location, key, resolve }) {
        const names = (operation.parameters ?? []).map((parameter) => resolve(parameter).node?.name);
        const has = names.includes("Idempotency-Key");
        if (key === "post" && !has)
          report({
            message: "A POST takes the `Idempotency-Key` header.",
            location: location.child("parameters").key(),
          });
        if (key !== "post" && has)
          report({
            message: `A ${key.toUpperCase()} ignores the \`Idempotency-Key\` header.`,
            location: location.child("parameters"),
          });
      },
    },
  },
});
