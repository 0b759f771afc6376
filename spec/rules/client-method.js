/**
 * `x-client` is the operation's method in `@vinr/client`: `{ resource: payments, method: create }` is
 * `vinr.payments.create`. The operation's id, which has to name its object, is the function's name beside it. A spec whose
 * API has no client says so once, by `x-client: false` at its root.
 */
export const ClientMethod = () => {
  let hasClient = true;
  return {
    Root(root) {
      hasClient = root["x-client"] !== false;
    },
    Paths: {
      PathItem: {
        Operation(operation, { report, location }) {
          const name = operation["x-client"];
          if (name === undefined && hasClient)
            report({
              message:
                "An operation names its method in the client, such as `x-client: { resource: payments, method: create }`.",
              location: location.key(),
            });
          if (name === undefined) return;
          for (const problem of listProblems(name)) report({ message: problem, location: location.child("x-client") });
        },
      },
    },
  };
};

function listProblems(name) {
  const parts = Object.entries(name ?? {});
  const missing = ["resource", "method"].filter((part) => !Object.hasOwn(name ?? {}, part));
  const unknown = parts.filter(([part]) => part !== "resource" && part !== "method");
  const misspelt = parts.filter(([, value]) => !/^[a-z][A-Za-z0-9]*$/.test(value));
  return [
    ...missing.map((part) => `\`x-client\` has no \`${part}\`.`),
    ...unknown.map(([part]) => `\`x-client\` has a \`resource\` and a \`method\`, and no \`${part}\`.`),
    ...misspelt.map(([part, value]) => `The \`${part}\` of \`x-client\`, \`${value}\`, is not a word in camelCase.`),
  ];
}
