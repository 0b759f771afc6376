/** Each verb is a promise in every SDK, so a new one is a decision: add it here. */
const verbs = ["create", "retrieve", "list", "update", "capture", "cancel", "delete"];
const pattern = new RegExp(`^(${verbs.join("|")})([A-Z][a-z0-9]*)+$`);
const incoming = /^receive([A-Z][a-z0-9]*)+$/;

/**
 * The operationId becomes a name in every SDK: a verb of a short list, then what it acts on, in camelCase. A request
 * that VINR sends is one that the reader receives.
 */
export const OperationIdVerbNoun = () => ({
  Paths: {
    PathItem: {
      Operation: (operation, context) =>
        check(
          operation,
          context,
          pattern,
          `one of ${verbs.join(", ")}; to add one, extend the list in spec/rules/operation-id-verb-noun.js`,
        ),
    },
  },
  WebhooksMap: {
    PathItem: { Operation: (operation, context) => check(operation, context, incoming, "receive") },
  },
});

function check({ operationId }, { report, location }, allowed, wanted) {
  if (operationId !== undefined && !allowed.test(operationId))
    report({
      message: `operationId \`${operationId}\` is not a verb (${wanted}) and a noun in camelCase.`,
      location: location.child("operationId"),
    });
}
